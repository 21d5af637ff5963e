import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '#shared/schema/limits.ts';
import { createOutside, type Outside } from '../../../server/identity/networks/outside.ts';
import { createPictureTaker } from '../../../server/identity/pictures.ts';

const URL_OF_PICTURE = 'https://wren.example/ana.png';
const RED = { r: 200, g: 20, b: 20 };

function picture(width = 300, height = 200) {
  return sharp({ create: { width, height, channels: 3, background: RED } });
}

/** What is made of a picture that a network's server answers with. */
function take(body: Buffer | string, init?: ResponseInit) {
  const bytes = typeof body === 'string' ? body : new Uint8Array(body);
  return createPictureTaker(async () => new Response(bytes, init))(URL_OF_PICTURE);
}

/** A PNG whose header claims a size that its few bytes blow up to. */
function bomb(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((side / 8 + 1) * side));
  const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([start, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

async function expectPicture(taken: Awaited<ReturnType<typeof take>>): Promise<void> {
  expect(taken?.id).toMatch(/^[A-Za-z0-9_-]{16}$/);
  expect(await sharp(taken!.webp).metadata()).toMatchObject({ format: 'webp', width: 96, height: 96 });
}

describe('a picture that a network names', () => {
  test.each(['png', 'jpeg', 'gif', 'webp', 'avif'] as const)(
    'is made anew, small and square: %s',
    async (kind) => {
      await expectPicture(await take(await picture().toFormat(kind).toBuffer()));
    },
  );

  test('has the same id for the same picture, and another for another', async () => {
    const one = await picture().png().toBuffer();
    const [first, again, other] = [
      await take(one),
      await take(one),
      await take(await picture(90, 90).negate().png().toBuffer()),
    ];
    expect(again).toEqual(first);
    expect(other!.id).not.toBe(first!.id);
  });

  test('is what it holds, whatever its server calls it', async () => {
    const headers = { 'content-type': 'image/svg+xml' };
    await expectPicture(await take(await picture().png().toBuffer(), { headers }));
    expect(
      await take('<html><body>Sign in first</body></html>', { headers: { 'content-type': 'image/png' } }),
    ).toBeNull();
  });

  test('keeps nothing of where and with what it was taken', async () => {
    const exif = { IFD0: { Make: 'Kestrel 3' }, IFD3: { GPSLatitude: '52/1 22/1 0/1', GPSLatitudeRef: 'N' } };
    const jpeg = await picture().withExif(exif).withIccProfile('p3').jpeg().toBuffer();
    expect(jpeg.includes('Kestrel')).toBe(true);
    const { webp } = (await take(jpeg))!;
    const { exif: left, icc, xmp } = await sharp(webp).metadata();
    expect([left, icc, xmp, webp.includes('Kestrel')]).toEqual([undefined, undefined, undefined, false]);
  });

  test('stands upright, as the camera meant it', async () => {
    const top = await picture(100, 50).png().toBuffer();
    const pixels = sharp({ create: { width: 100, height: 100, channels: 3, background: '#fff' } });
    const turned = pixels.composite([{ input: top, top: 0, left: 0 }]).withMetadata({ orientation: 3 });
    const { webp } = (await take(await turned.jpeg().toBuffer()))!;
    const { data } = await sharp(webp).raw().toBuffer({ resolveWithObject: true });
    expect([data[0]! > 240, data[1]! > 240, data.at(-1)! < 100]).toEqual([true, true, true]);
  });

  test('that moves is still, and shows its first moment', async () => {
    const frames = await Promise.all(
      [RED, { r: 0, g: 0, b: 250 }].map((background) =>
        sharp({ create: { width: 64, height: 64, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const gif = await sharp(frames, { join: { animated: true } })
      .gif({ delay: [100, 100] })
      .toBuffer();
    expect((await sharp(gif).metadata()).pages).toBe(2);
    const { webp } = (await take(gif))!;
    expect((await sharp(webp).metadata()).pages ?? 1).toBe(1);
    const { dominant } = await sharp(webp).stats();
    expect(dominant.r).toBeGreaterThan(dominant.b);
  });
});

describe('what is no picture of a person', () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><rect width="9" height="9"/></svg>';

  test.each([
    ['SVG with a script', svg],
    ['SVG behind an XML prologue', `<?xml version="1.0"?>\n${svg}`],
    ['SVG that begins like a GIF', `GIF89a=0;/*${svg}`],
    ['a page', '<!doctype html><title>Not found</title>'],
    ['nothing', ''],
    ['a PDF', '%PDF-1.7\n1 0 obj'],
    ['the first bytes alone', '\xff\xd8\xff'],
  ])('is refused: %s', async (_, body) => {
    expect(await take(Buffer.from(body, 'latin1'))).toBeNull();
  });

  test.each(['tiff', 'jp2', 'heif'])('is refused in a format that no browser shows: %s', async (kind) => {
    const tiff = await picture().tiff().toBuffer();
    const brand = (name: string) => Buffer.from(`\0\0\0\x1cftyp${name}`, 'latin1');
    const bytes = { tiff, jp2: brand('jp2 '), heif: brand('heic') }[kind]!;
    expect(await take(bytes)).toBeNull();
  });

  test('is refused where it stops half way', async () => {
    const noise = sharp({
      create: {
        width: 400,
        height: 400,
        channels: 3,
        background: RED,
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    });
    for (const kind of ['png', 'jpeg', 'webp'] as const) {
      const whole = await noise.clone().toFormat(kind).toBuffer();
      await expectPicture(await take(whole));
      expect(await take(whole.subarray(0, whole.length / 2)), kind).toBeNull();
    }
  });

  test('is refused when a few bytes claim to be endless', async () => {
    const small = bomb(512);
    await expectPicture(await take(small));
    const huge = bomb(16_384);
    expect(huge.length).toBeLessThan(DEFAULT_LIMITS.outsideBytes);
    expect(await take(huge)).toBeNull();
  });

  test.each([301, 302, 404, 500])('is refused with the answer %i', async (status) => {
    expect(await take(await picture().png().toBuffer(), { status })).toBeNull();
  });
});

describe('a server that is asked for a picture', () => {
  test('may lead elsewhere, send without an end or say nothing: then there is none', async () => {
    const refused: Outside = async () => {
      throw new TypeError('fetch failed');
    };
    expect(await createPictureTaker(refused)(URL_OF_PICTURE)).toBeNull();

    // As the way out breaks an answer off after 512 kB.
    const start = await picture().png().toBuffer();
    const endless = new ReadableStream({
      start: (stream) => stream.enqueue(new Uint8Array(start)),
      pull: (stream) => stream.error(new Error('too long')),
    });
    expect(await createPictureTaker(async () => new Response(endless))(URL_OF_PICTURE)).toBeNull();
  });

  test.each([
    'http://wren.example/a.png',
    'https://127.0.0.1/a.png',
    'data:image/png;base64,AA',
    'no address',
  ])('is asked only over public https: %s', async (url) => {
    expect(await createPictureTaker(createOutside(DEFAULT_LIMITS))(url)).toBeNull();
  });

  test('is told nothing of whoever signs in', async () => {
    const asked: RequestInit[] = [];
    const outside: Outside = async (_url, init) => {
      asked.push(init!);
      return new Response('none');
    };
    await createPictureTaker(outside)(URL_OF_PICTURE);
    expect(asked).toEqual([{ headers: { accept: 'image/*' }, credentials: 'omit' }]);
  });

  test('keeps only so many others waiting', async () => {
    const png = new Uint8Array(await picture().png().toBuffer());
    const open: (() => void)[] = [];
    const slow: Outside = () => new Promise((done) => open.push(() => done(new Response(png))));
    const takePicture = createPictureTaker(slow);
    const burst = Array.from({ length: 40 }, () => takePicture(URL_OF_PICTURE));
    expect(open.length).toBe(16);
    for (const answer of open) answer();
    const taken = await Promise.all(burst);
    expect(taken.filter(Boolean)).toHaveLength(16);
    const later = takePicture(URL_OF_PICTURE);
    open.at(-1)!();
    expect(await later).not.toBeNull();
  });
});
