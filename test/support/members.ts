import { ulid } from 'ulid';
import type { Session } from '#shared/schema/api.ts';
import type { IdentityRecord } from '../../server/identity/records.ts';
import { startSession } from '../../server/identity/sessions.ts';
import { Actor } from './actor.ts';
import type { CoreApp } from './core-app.ts';
import { identity, NOW } from './store-contract-records.ts';

/** Somebody who has signed in with an account of a network, as a sign-in leaves them; a guest without any. */
export async function member(
  core: CoreApp,
  name: string,
  networks: IdentityRecord['network'][] = ['mastodon'],
) {
  const id = ulid(core.now);
  await core.store.addAccount({
    id,
    name,
    guest: networks.length === 0,
    createdAt: core.now,
    suspendedUntil: null,
  });
  const identities = networks.map((network, index) =>
    identity(ulid(core.now), id, { network, at: NOW + index, ...known(network, name) }),
  );
  for (const each of identities) await core.store.addIdentity(each);
  const session: Session = {
    token: await startSession(core.store, id, core.now, 'Chrome on Linux'),
    account: { id, name, guest: networks.length === 0 },
  };
  return { ...session, identities };
}

export type Member = Awaited<ReturnType<typeof member>>;

function known(network: IdentityRecord['network'], name: string) {
  const low = name.toLowerCase().replaceAll(' ', '');
  if (network === 'mastodon') {
    const handle = `@${low}@wren.example`;
    return { subject: `https://wren.example/users/${low}`, handle, keys: [`ap:${low}@wren.example`] };
  }
  if (network === 'bluesky') {
    return { subject: `did:plc:${low}`, handle: `@${low}.bsky.example`, keys: [`at:did:plc:${low}`] };
  }
  return {
    subject: Array.from(low, (letter) => letter.charCodeAt(0)).join(''),
    handle: `@${low}`,
    keys: [`x:${low}`],
  };
}

/** Another device of the same account. */
export async function anotherDevice(
  core: CoreApp,
  { account }: Session,
  device = 'Firefox on Windows',
): Promise<Session> {
  return { account, token: await startSession(core.store, account.id, core.now, device) };
}

/** In the Space and connected, by that session. */
export async function inside(core: CoreApp, session: Session, spaceId: string): Promise<Actor> {
  const actor = new Actor(core, session, spaceId, '');
  await core.connect((await actor.joins()).participantId);
  return actor;
}
