import { ulid } from 'ulid';
import type { Session } from '#shared/schema/api.ts';
import type { Caller, Records, SessionRecord, Store } from '../spaces/records.ts';
import { Refusal } from '../spaces/refusal.ts';
import { bearerToken, hashToken, newToken } from './tokens.ts';

/** How exactly the last use is written down; more often would cost a write for each request. */
const TOUCH_MS = 3_600_000;

/** Starts a session; the token is returned this once and only its hash is stored. `device` is of `deviceOf`. */
export async function startSession(
  records: Records,
  accountId: string,
  now: number,
  device = '',
): Promise<string> {
  const token = newToken();
  const session = { id: ulid(now), accountId, tokenHash: hashToken(token) };
  await records.addSession({
    ...session,
    createdAt: now,
    lastUsedAt: now,
    device,
    turnedAt: now,
    oldTokenHash: null,
  });
  return token;
}

/** The account of an `Authorization` header; null when there is no session, or one unused for longer than `idleMs`. */
export async function authenticate(
  store: Store,
  header: string | undefined,
  now: number,
  idleMs: number,
): Promise<Caller | null> {
  const token = bearerToken(header);
  return token ? accountOfToken(store, token, now, idleMs) : null;
}

/** As `authenticate`, without a note of it anywhere. */
export async function recognize(
  store: Store,
  header: string | undefined,
  now: number,
  idleMs: number,
): Promise<Caller | null> {
  const token = bearerToken(header);
  const session = token && (await sessionOfToken(store, token, now, idleMs));
  return session ? callerOf(store, session) : null;
}

/** As `authenticate`, of the token alone. The first use of a new token is the end of the one before. */
export async function accountOfToken(
  store: Store,
  token: string,
  now: number,
  idleMs: number,
): Promise<Caller | null> {
  const session = await sessionOfToken(store, token, now, idleMs);
  if (!session) return null;
  if (now - session.lastUsedAt > TOUCH_MS) await store.touchSession(session.id, now);
  if (session.oldTokenHash !== null && session.tokenHash === hashToken(token))
    await store.forgetOldToken(session.id);
  return callerOf(store, session);
}

async function sessionOfToken(
  store: Store,
  token: string,
  now: number,
  idleMs: number,
): Promise<SessionRecord | null> {
  const session = await store.sessionByHash(hashToken(token));
  return session && now - session.lastUsedAt <= idleMs ? session : null;
}

async function callerOf(store: Store, { id, accountId }: SessionRecord): Promise<Caller | null> {
  const account = await store.account(accountId);
  return account ? { ...account, sessionId: id } : null;
}

/**
 * The token to use from now on: the same one while it is younger than `turnMs`. A new one works beside the old one until
 * it is used, so that an answer that was lost locks nobody out; asked again with the old one, that one is replaced.
 * Refuses with `unauthenticated`.
 */
export async function renewSession(
  store: Store,
  token: string,
  { now, turnMs }: { now: number; turnMs: number },
): Promise<Session> {
  const tokenHash = hashToken(token);
  return store.transaction(async (records) => {
    const session = await records.sessionByHash(tokenHash);
    const account = session && (await records.account(session.accountId));
    if (!account) throw new Refusal('unauthenticated');
    const { id, name, guest } = account;
    const isNewest = session.tokenHash === tokenHash;
    if (isNewest && now - session.turnedAt < turnMs) return { token, account: { id, name, guest } };
    const fresh = newToken();
    await records.turnSession(session.id, {
      tokenHash: hashToken(fresh),
      oldTokenHash: tokenHash,
      turnedAt: now,
    });
    return { token: fresh, account: { id, name, guest } };
  });
}
