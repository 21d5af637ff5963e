import { ulid } from 'ulid';
import type { AccountRecord, Records, Store } from '../spaces/records.ts';
import { bearerToken, hashToken, newToken } from './tokens.ts';

/** How exactly the last use is written down; more often would cost a write for each request. */
const TOUCH_MS = 3_600_000;

/** Starts a session; the token is returned this once and only its hash is stored. */
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
): Promise<AccountRecord | null> {
  const token = bearerToken(header);
  return token ? accountOfToken(store, token, now, idleMs) : null;
}

/** As `authenticate`, of the token alone. */
export async function accountOfToken(
  store: Store,
  token: string,
  now: number,
  idleMs: number,
): Promise<AccountRecord | null> {
  const session = await store.sessionByHash(hashToken(token));
  if (!session || now - session.lastUsedAt > idleMs) return null;
  if (now - session.lastUsedAt > TOUCH_MS) await store.touchSession(session.id, now);
  return (await store.account(session.accountId)) ?? null;
}
