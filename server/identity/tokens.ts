import { createHash, randomBytes } from 'node:crypto';

const TOKEN = /^sps_[A-Za-z0-9_-]{43}$/;

/** A bearer token: 32 random bytes, with a prefix that secret scanners can find. */
export function newToken(): string {
  return `sps_${randomBytes(32).toString('base64url')}`;
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The token of an `Authorization` header; null when there is none of ours. */
export function bearerToken(header: string | undefined): string | null {
  const token = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];
  return token && TOKEN.test(token) ? token : null;
}
