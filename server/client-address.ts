import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/**
 * Whom to count a request against: the peer, or with `trustProxy` proxies in front the address that the outermost of them
 * saw. IPv6 counts by its /64, which is what one household holds.
 */
export function clientAddress(request: IncomingMessage | undefined, trustProxy: number): string {
  const peer = request?.socket.remoteAddress ?? 'unknown';
  const address = (trustProxy > 0 && forwardedFor(request, trustProxy)) || peer;
  return isIPv6(address) ? network(address) : address;
}

/** Whether the request came from this machine itself, and not through a proxy on it. */
export function isFromThisMachine(request: IncomingMessage | undefined): boolean {
  if (!request || request.headers.forwarded || request.headers['x-forwarded-for']) return false;
  const { remoteAddress = '', localAddress } = request.socket;
  return remoteAddress === localAddress || /^(127\.|::1$|::ffff:127\.)/.test(remoteAddress);
}

function forwardedFor(request: IncomingMessage | undefined, trustProxy: number): string | undefined {
  const hops = String(request?.headers['x-forwarded-for'] ?? '').split(',');
  return hops.at(-trustProxy)?.trim();
}

function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const [head = '', tail] = address.split('::');
  const front = head.split(':').filter(Boolean);
  const back = tail?.split(':').filter(Boolean) ?? [];
  const zeros = tail === undefined ? [] : Array<string>(8 - front.length - back.length).fill('0');
  return `${[...front, ...zeros, ...back].slice(0, 4).join(':')}::/64`;
}
