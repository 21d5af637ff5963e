import { createHash } from 'node:crypto';
import sharp from 'sharp';

const SIDE = 400;

/** A square PNG in a colour of its own for each name. */
export function portrait(name: string): Promise<Buffer> {
  const [r = 0, g = 0, b = 0] = createHash('sha256').update(name).digest();
  return sharp({ create: { width: SIDE, height: SIDE, channels: 3, background: { r, g, b } } })
    .png()
    .toBuffer();
}
