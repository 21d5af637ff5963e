import { networkInterfaces } from 'node:os';

/**
 * This machine's own address in its network, null where it is in none. Firefox takes no part in a call over loopback
 * before it has a microphone, so whoever only listens on this very machine needs it.
 */
export function lanAddress(interfaces = networkInterfaces()): string | null {
  const all = Object.values(interfaces).flatMap((addresses) => addresses ?? []);
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null;
}
