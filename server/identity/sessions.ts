import { ulid } from 'ulid';
import type { Caller, Records, Store } from '../spaces/records.ts';
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
  await records.addSession({ ...session, createdAt: now, lastUsedAt: now, device, turnedAt: now });
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

/** As `authenticate`, of the token alone. */
export async function accountOfToken(
  store: Store,
  token: string,
  now: number,
  idleMs: number,
): Promise<Caller | null> {
  const session = await store.sessionByHash(hashToken(token));
  if (!session || now - session.lastUsedAt > idleMs) return null;
  if (now - session.lastUsedAt > TOUCH_MS) await store.touchSession(session.id, now);
  const account = await store.account(session.accountId);
  return account ? { ...account, sessionId: session.id } : null;
}
