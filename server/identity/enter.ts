import { ulid } from 'ulid';
import type { Swapped } from '#shared/schema/account.ts';
import type { AccountRecord, Records } from '../spaces/records.ts';
import { Refusal } from '../spaces/refusal.ts';
import type { Entry } from './entry.ts';
import type { Beginner, CodeTicket } from './flow-tickets.ts';
import { identityView } from './identity-view.ts';
import type { Proof } from './network.ts';
import { isGuestName, nameFrom } from './newcomer.ts';
import { ownerOf, type Owner } from './owner.ts';
import type { IdentityRecord } from './records.ts';
import type { Seal } from './seal.ts';
import { startSession } from './sessions.ts';
import { newSecret, putTicket } from './tickets.ts';

/** What a guest's account leaves to the account that its person turns out to have. */
export type Absorb = (records: Records, guest: string, into: string) => Promise<void>;

export interface EnterDeps {
  seal: Seal;
  entry: Pick<Entry, 'mayEnter'>;
  absorb: Absorb;
  /** How long the ticket of a merge works. */
  mergeMs: number;
}

interface Entering {
  records: Records;
  ticket: CodeTicket;
  device: string;
  now: number;
}

/** Whom a proof lets in, and as what. `accountId` is whose identities changed. */
export interface Entered {
  swapped: Swapped;
  accountId: string;
  identityId: string | null;
}

/** In one transaction. Refuses with what `Entry` does, with `suspended`, `unauthenticated` for a beginner who is out, and `sign_in_over`. */
export async function enter(deps: EnterDeps, entering: Entering): Promise<Entered> {
  const { records, ticket, now } = entering;
  const { proof } = ticket;
  await deps.entry.mayEnter(proof, records);
  const by = ticket.by && (await beginnerOf(records, ticket.by));
  const owner = await ownerOf(records, proof, by?.id ?? null);
  for (const account of [by, owner?.account]) requireWelcome(account, now);
  if (owner?.is === 'other') return offerMerge(deps, entering, owner);
  if (owner) return recognise(deps, entering, owner);
  return by ? link(entering, by) : welcome(entering);
}

async function beginnerOf(records: Records, { accountId, tokenHash }: Beginner): Promise<AccountRecord> {
  const session = await records.sessionByHash(tokenHash);
  const account = session?.accountId === accountId ? await records.account(accountId) : undefined;
  if (!account) throw new Refusal('unauthenticated');
  return account;
}

function requireWelcome(account: AccountRecord | null | undefined, now: number): void {
  if ((account?.suspendedUntil ?? 0) > now) throw new Refusal('suspended');
}

/** Only what the person agreed to on our page. */
async function offerMerge(
  { seal, mergeMs }: EnterDeps,
  { records, ticket, now }: Entering,
  { account }: Owner,
): Promise<Entered> {
  if (ticket.from !== account.id || !ticket.by) throw new Refusal('sign_in_over');
  const secret = newSecret();
  const holds = { from: account.id, into: ticket.by.accountId };
  await putTicket({ records, seal }, { kind: 'merge', secret, holds, expiresAt: now + mergeMs });
  const handles = (await records.allIdentitiesOf(account.id)).map(({ handle }) => handle);
  const swapped: Swapped = { is: 'taken', ticket: secret, other: { name: account.name, handles } };
  return { swapped, accountId: account.id, identityId: null };
}

async function recognise(
  deps: EnterDeps,
  entering: Entering,
  { is, account, identity }: Owner,
): Promise<Entered> {
  const { records, ticket, now } = entering;
  const { handle, host, keys, name, status } = identityOf(ticket.proof);
  const patch = { handle, host, keys, name, status: status || identity.status, provedAt: now };
  await records.updateIdentity(identity.id, patch);
  const fresh = { ...identity, ...patch };
  if (is === 'own') return linked(ticket.proof, fresh);
  if (ticket.by) await deps.absorb(records, ticket.by.accountId, account.id);
  return signedIn(entering, account, fresh);
}

async function link(entering: Entering, account: AccountRecord): Promise<Entered> {
  const { records, ticket } = entering;
  const identity = await addIdentity(entering, account.id);
  if (account.guest) {
    await records.endGuesthood(account.id);
    if (isGuestName(account.name)) await records.renameAccount(account.id, nameFrom(ticket.proof));
  }
  return linked(ticket.proof, identity);
}

async function welcome(entering: Entering): Promise<Entered> {
  const { records, ticket, now } = entering;
  const account = { id: ulid(now), name: nameFrom(ticket.proof), guest: false };
  const added = { ...account, createdAt: now, suspendedUntil: null };
  await records.addAccount(added);
  return signedIn(entering, added, await addIdentity(entering, account.id));
}

/** The first is shown on stages, which is what signing in is for; of those linked later the person says so. */
async function addIdentity(
  { records, ticket: { proof }, now }: Entering,
  accountId: string,
): Promise<Omit<IdentityRecord, 'hashes'>> {
  const shown = (await records.allIdentitiesOf(accountId)).length === 0;
  const identity = {
    id: ulid(now),
    accountId,
    ...identityOf(proof),
    picture: null,
    shown,
    at: now,
    provedAt: now,
  };
  await records.addIdentity(identity);
  return identity;
}

function identityOf(proof: Proof) {
  const { network, subject, handle, host, keys, status } = proof;
  return { network, subject, handle, host, keys, status, name: nameFrom(proof) };
}

async function signedIn(
  { records, ticket, device, now }: Entering,
  { id, name, guest }: AccountRecord,
  identity: Omit<IdentityRecord, 'hashes'>,
): Promise<Entered> {
  const token = await startSession(records, id, now, device);
  const session = { token, account: { id, name, guest } };
  const swapped: Swapped = { is: 'signed-in', session, ...brought(ticket.proof, identity) };
  return { swapped, accountId: id, identityId: identity.id };
}

function linked(proof: Proof, identity: Omit<IdentityRecord, 'hashes'>): Entered {
  const swapped: Swapped = { is: 'linked', ...brought(proof, identity) };
  return { swapped, accountId: identity.accountId, identityId: identity.id };
}

function brought({ mastodon, host }: Proof, identity: Omit<IdentityRecord, 'hashes'>) {
  return { identity: identityView(identity), mastodon: mastodon && { server: host, ...mastodon } };
}
