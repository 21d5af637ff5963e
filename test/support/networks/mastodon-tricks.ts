import { crc32, deflateSync } from 'node:zlib';
import { BAD_ANSWERS, tenMegabytes } from './tricks.ts';

/** The honest server that a hostile one speaks in the name of. */
export const ELSEWHERE = 'elsewhere.example';

export const MASTODON_TRICKS = [
  ...BAD_ANSWERS,
  /** The metadata names another issuer. */
  'wrong-issuer',
  /** The metadata is the server's own, but its token endpoint is another's. */
  'foreign-endpoints',
  /** Its account `alice` says that it is `alice@elsewhere.example`. */
  'foreign-acct',
  /** The account's actor, and the `sub` of its userinfo, are on `elsewhere.example`. */
  'foreign-actor',
  /** WebFinger points to the actor on `elsewhere.example`. */
  'foreign-webfinger',
  'avatar-not-image',
  /** A picture that is markup with a script in it. */
  'avatar-svg',
  /** 32 kB that unpack to 256 million pixels, just under what sharp lets through by itself. */
  'avatar-bomb',
  'avatar-huge',
  'avatar-redirect',
  /** The account's picture has an address in the server's own network. */
  'avatar-private',
] as const;
export type MastodonTrick = (typeof MASTODON_TRICKS)[number];

const BOMB_SIDE = 16_000;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A black PNG of one bit a pixel. */
function bomb(): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(BOMB_SIDE, 0);
  head.writeUInt32BE(BOMB_SIDE, 4);
  head[8] = 1;
  const rows = deflateSync(Buffer.alloc((BOMB_SIDE / 8 + 1) * BOMB_SIDE));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
const as = (type: string, body: string | Uint8Array<ArrayBuffer>) =>
  new Response(body, { headers: { 'content-type': type } });

/** What a picture's address answers under a trick; null without one that is about pictures. */
export function trickPicture(trick: MastodonTrick | null): Response | null {
  if (trick === 'avatar-not-image') return as('image/png', 'This is no picture.');
  if (trick === 'avatar-svg') return as('image/svg+xml', SVG);
  if (trick === 'avatar-bomb') return as('image/png', new Uint8Array(bomb()));
  if (trick === 'avatar-huge') return tenMegabytes('image/png');
  if (trick !== 'avatar-redirect') return null;
  return new Response(null, { status: 302, headers: { location: 'https://169.254.169.254/latest/' } });
}
