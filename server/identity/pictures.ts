import { createHash } from 'node:crypto';
import { openSharp } from '../images.ts';
import type { Outside } from './networks/outside.ts';

const SIDE = 96;
/** More than any network's picture of a person has; a small file that claims more is meant to fill the memory. */
const PIXELS_MAX = 5_000_000;
const ENCODE_SECONDS = 5;
/** Fetched or waiting at once; whoever comes while so many are under way has no picture until the next sign-in. */
const AT_ONCE = 16;

export interface TakenPicture {
  /** See `PictureIdSchema`. */
  id: string;
  webp: Buffer;
}

/** Fetches a picture that a network named, checked and made anew; null for whatever is none. Never rejects; the caller stores it. */
export type TakePicture = (url: string) => Promise<TakenPicture | null>;

export function createPictureTaker(outside: Outside): TakePicture {
  let underWay = 0;
  let last: Promise<unknown> = Promise.resolve();
  // One after the other, so that a burst of sign-ins never takes the whole processor.
  const inTurn = (bytes: Buffer): Promise<Buffer | null> => {
    const made = last.then(() => remake(bytes));
    last = made;
    return made;
  };
  return async (url) => {
    if (underWay >= AT_ONCE) return null;
    underWay += 1;
    try {
      const bytes = await fetchBytes(outside, url);
      const webp = bytes && (await inTurn(bytes));
      return webp && { id: idOf(webp), webp };
    } finally {
      underWay -= 1;
    }
  };
}

/** Null when the server does not answer as it should; `outside` bounds how long and how much. */
async function fetchBytes(outside: Outside, url: string): Promise<Buffer | null> {
  try {
    const response = await outside(url, { headers: { accept: 'image/*' }, credentials: 'omit' });
    if (response.ok) return Buffer.from(await response.arrayBuffer());
    await response.body?.cancel();
    return null;
  } catch {
    return null;
  }
}

/** The picture as a small still WebP with nothing else in it; null for what cannot be read to the end. */
async function remake(bytes: Buffer): Promise<Buffer | null> {
  const kind = kindOf(bytes);
  if (!kind) return null;
  const sharp = await openSharp();
  try {
    const options = { limitInputPixels: PIXELS_MAX, failOn: 'error', pages: 1 } as const;
    // The decoder must see in it what its first bytes say: nothing that is two things at once.
    if ((await sharp(bytes, options).metadata()).format !== kind) return null;
    return await sharp(bytes, options)
      .timeout({ seconds: ENCODE_SECONDS })
      .autoOrient()
      .resize(SIDE, SIDE, { fit: 'cover' })
      .flatten({ background: '#fff' })
      .webp()
      .toBuffer();
  } catch {
    return null;
  }
}

/** What the content is, by its first bytes, as `sharp` calls it; undefined for all that is no picture of a person, SVG with it. */
function kindOf(bytes: Buffer): string | undefined {
  const text = bytes.subarray(0, 12).toString('latin1');
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (/^GIF8[79]a/.test(text)) return 'gif';
  if (/^RIFF.{4}WEBP/s.test(text)) return 'webp';
  return /^.{4}ftypavi[fs]/s.test(text) ? 'heif' : undefined;
}

function idOf(webp: Buffer): string {
  return createHash('sha256').update(webp).digest('base64url').slice(0, 16);
}
