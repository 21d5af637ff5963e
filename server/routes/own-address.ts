import type { Context } from 'hono';
import type { AppEnv } from './env.ts';
import { serverUrl, type Where } from './signal-url.ts';

/** Names and addresses that lead to a machine of the caller's own, or of their house. */
const NEAR =
  /^(?:[^.:]+|.+\.(?:localhost|local|lan|internal|home\.arpa)|(?:127|10)\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|\[::1\]|\[f[cd][\da-f]{2}:.*\])$/;

/**
 * The address to which networks may send people back: `PUBLIC_URL`, or one of this house. Null for any other, as a request
 * can name whatever host it likes, and what a network sends there would be a stranger's.
 */
export function returnAddress(c: Context<AppEnv>, where: Where): string | null {
  const address = serverUrl(c, where);
  return where.publicUrl !== null || isNear(address) ? address : null;
}

function isNear(address: string): boolean {
  return NEAR.test(new URL(address).hostname);
}
