import { ulid } from 'ulid';
import type { Swapped } from '#shared/schema/account.ts';
import type { AccountRecord, Records } from '../../spaces/records.ts';
import { Refusal } from '../../spaces/refusal.ts';
import { requireNotSuspended } from '../../spaces/safety/suspended.ts';
import { showAnew } from '../../spaces/identities-changed.ts';
import type { Step } from '../../spaces/step.ts';
import { joinAccounts } from '../account/merge.ts';
import { renameJoins, shownIdentity } from '../account/profile.ts';
import type { Beginner, CodeTicket } from './flow-tickets.ts';
import { mayEnter } from './may-enter.ts';
import type { Proof } from '../networks/network.ts';
import { meetAgain } from '../known-again.ts';
import { isGuestName, nameFrom } from './newcomer.ts';
import { ownerOf, type Owner } from './owner.ts';
import type { Seal } from '../seal.ts';
import { startSession } from '../sessions.ts';
import { newSecret, putTicket } from '../tickets.ts';
import { hashToken, newToken } from '../tokens.ts';

interface Entering {
  step: Step;
  seal: Seal;
  ticket: CodeTicket;
  device: string;
}

/**
 * What somebody gets for a proof, in one step. Refuses with what `mayEnter` does, with `suspended`, with `unauthenticated`
 * when the session that began is over, with `sign_in_over`, and with `conflict` as `joinAccounts` does.
 */
export async function enter(entering: Entering): Promise<Swapped> {
  const { step, ticket } = entering;
  const { records, now } = step;
  await mayEnter(records, ticket.proof, now);
  const by = ticket.by && (await beginnerOf(records, ticket.by));
  const owner = await ownerOf(records, ticket.proof, by?.id ?? null);
  if (by) await requireNotSuspended(step, by);
  if (!owner) return by ? link(entering, by) : welcome(entering);
  if (owner.is === 'other') return offerMerge(entering, owner.account);
  await refresh(entering, owner);
  return owner.is === 'own' ? linked(entering) : recognise(entering, owner.account);
}

async function beginnerOf(records: Records, { accountId, sessionId }: Beginner): Promise<AccountRecord> {
  const isIn = await records.hasSession(accountId, sessionId);
  const account = isIn ? await records.account(accountId) : undefined;
  if (!account) throw new Refusal('unauthenticated');
  return account;
}

/** Only of the account that the person agreed to join, on our page. */
async function offerMerge({ step, seal, ticket }: Entering, account: AccountRecord): Promise<Swapped> {
  if (ticket.from !== account.id || !ticket.by) throw new Refusal('sign_in_over');
  const { records, now, limits } = step;
  const secret = newSecret();
  const holds = { from: account.id, into: ticket.by.accountId };
  await putTicket({ records, seal }, { kind: 'merge', secret, holds, expiresAt: now + limits.flowMs });
  const handles = (await records.allIdentitiesOf(account.id)).map(({ handle }) => handle);
  return { is: 'taken', ticket: secret, other: { name: account.name, handles } };
}

/** The network's newest word on somebody; a leave that was given before stands. */
async function refresh({ step, ticket }: Entering, { identity, account }: Owner): Promise<void> {
  const { handle, host, keys, name, status } = identityOf(ticket.proof);
  const patch = { handle, host, keys, name, status: status || identity.status, provedAt: step.now };
  // One that is there may be another by now, and is fetched; one that was taken down is not to be shown for longer.
  const isBare = ticket.proof.pictureUrl === null && identity.picture !== null;
  await step.records.updateIdentity(identity.id, { ...patch, ...(isBare && { picture: null }) });
  if (isBare) await step.records.dropUnusedPictures();
  await showAnew(step, account.id);
}

async function link(entering: Entering, account: AccountRecord): Promise<Swapped> {
  const { step, ticket } = entering;
  await addIdentity(entering, account);
  if (account.guest) await step.records.endGuesthood(account.id);
  if (account.guest && isGuestName(account.name)) {
    const name = nameFrom(ticket.proof);
    await step.records.renameAccount(account.id, name);
    await renameJoins(step, account.id, name);
  }
  await showAnew(step, account.id);
  return linked(entering);
}

async function welcome(entering: Entering): Promise<Swapped> {
  const { step, ticket, device } = entering;
  const { records, now } = step;
  const account = { id: ulid(now), name: nameFrom(ticket.proof), guest: false };
  await records.addAccount({ ...account, createdAt: now, suspendedUntil: null });
  await addIdentity(entering, account);
  return signedIn(entering, account, await startSession(records, account.id, now, device));
}

/** A guest who turns out to be somebody takes along what was the guest's, on the same device. */
async function recognise(entering: Entering, account: AccountRecord): Promise<Swapped> {
  const { step, ticket, device } = entering;
  if (!ticket.by)
    return signedIn(entering, account, await startSession(step.records, account.id, step.now, device));
  await joinAccounts(step, ticket.by.accountId, account.id);
  return signedIn(entering, account, await turned(step, account.id, ticket.by.sessionId));
}

/** The old token works until the new one has come over. */
async function turned({ records, now }: Step, accountId: string, sessionId: string): Promise<string> {
  const session = (await records.sessionsOf(accountId)).find(({ id }) => id === sessionId);
  if (!session) throw new Refusal('unauthenticated');
  const token = newToken();
  const turn = { tokenHash: hashToken(token), oldTokenHash: session.tokenHash, turnedAt: now };
  await records.turnSession(sessionId, turn);
  return token;
}

/** The first is shown on stages, which is what signing in is for; of those linked later the person says so. */
async function addIdentity(
  { step, ticket }: Entering,
  account: Pick<AccountRecord, 'id' | 'name'>,
): Promise<void> {
  const { records, now } = step;
  const shown = (await records.allIdentitiesOf(account.id)).length === 0;
  const added = { id: ulid(now), accountId: account.id, picture: null, shown, at: now, provedAt: now };
  await records.addIdentity({ ...added, ...identityOf(ticket.proof) });
  await meetAgain(step, account, ticket.proof);
}

function identityOf(proof: Proof) {
  const { network, subject, handle, host, keys, status } = proof;
  return { network, subject, handle, host, keys, status, name: nameFrom(proof) };
}

async function signedIn(
  entering: Entering,
  { id, name, guest }: Pick<AccountRecord, 'id' | 'name' | 'guest'>,
  token: string,
): Promise<Swapped> {
  const session = { token, account: { id, name, guest } };
  return { is: 'signed-in', session, ...(await brought(entering)) };
}

async function linked(entering: Entering): Promise<Swapped> {
  return { is: 'linked', ...(await brought(entering)) };
}

async function brought({ step, ticket: { proof } }: Entering) {
  const identity = await step.records.identityOf(proof.network, proof.subject);
  if (!identity) throw new Refusal('sign_in_over');
  const { mastodon, host } = proof;
  return { identity: shownIdentity(identity), mastodon: mastodon && { server: host, ...mastodon } };
}
