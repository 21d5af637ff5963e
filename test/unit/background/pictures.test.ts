import { describe, expect, it } from 'vitest';
import { Fault } from '#shared/client/fault.ts';
import { ServerClient } from '#shared/client/server-client.ts';
import { Pictures } from '../../../extension/background/pictures.ts';

const ID = 'anaferreira00000';
const WEBP = 'RIFF\0\0\0\0WEBPVP8 ';
const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.codePointAt(0)!);

function createPictures(answer: () => Promise<Uint8Array>) {
  let now = 0;
  const asked: string[] = [];
  const serverAt = (url: string) => ({
    url,
    fetchPicture: (id: string) => (asked.push(`${url} ${id}`), answer()),
  });
  const pictures = new Pictures(() => now);
  return {
    pictures,
    asked,
    home: serverAt('https://home.test'),
    serverAt,
    pass: (ms: number) => (now += ms),
  };
}

describe('Pictures', () => {
  it('are asked for once, by server, and handed out as data', async () => {
    const { pictures, asked, home, serverAt } = createPictures(async () => bytesOf(WEBP));
    const [one, two] = await Promise.all([pictures.of(home, ID), pictures.of(home, ID)]);
    expect(one).toBe(`data:image/webp;base64,${btoa(WEBP)}`);
    expect(two).toBe(one);
    await pictures.of(serverAt('https://other.test'), ID);
    expect(asked).toEqual([`https://home.test ${ID}`, `https://other.test ${ID}`]);
  });

  it.each(['<svg xmlns="http://www.w3.org/2000/svg"/>', '<html>', '', 'RIFFxxxxWAVE'])(
    'are nothing but WebP: %s',
    async (text) => {
      const { pictures, home } = createPictures(async () => bytesOf(text));
      expect(await pictures.of(home, ID)).toBeNull();
    },
  );

  it('that are not there are asked for again a minute later', async () => {
    const { pictures, asked, home, pass } = createPictures(async () => {
      throw new Fault('unreachable');
    });
    expect(await pictures.of(home, ID)).toBeNull();
    pass(59_000);
    await pictures.of(home, ID);
    expect(asked).toHaveLength(1);
    pass(1_000);
    await pictures.of(home, ID);
    expect(asked).toHaveLength(2);
  });

  it('are kept for the latest alone', async () => {
    const { pictures, asked, home } = createPictures(async () => bytesOf(WEBP));
    for (let i = 0; i < 201; i += 1) await pictures.of(home, `picture${i}`);
    await pictures.of(home, 'picture200');
    expect(asked).toHaveLength(201);
    await pictures.of(home, 'picture0');
    expect(asked).toHaveLength(202);
  });
});

describe('a server that is asked for a picture', () => {
  const client = (answer: () => Response) => {
    const asked: RequestInit[] = [];
    const server = new ServerClient(
      'https://home.test',
      async (_input, init) => (asked.push(init!), answer()),
    );
    return { server, asked };
  };

  it('is not told who asks, and is believed for good', async () => {
    const { server, asked } = client(() => new Response(WEBP));
    await server.fetchPicture(ID);
    expect(asked[0]).toMatchObject({ headers: {}, cache: 'default', credentials: 'omit', redirect: 'error' });
  });

  it('sends no more than a picture has', async () => {
    const { server } = client(() => new Response('x'.repeat(33 * 1024)));
    await expect(server.fetchPicture(ID)).rejects.toMatchObject({ code: 'not_perch' });
  });
});
