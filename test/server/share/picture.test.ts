import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { PageSpace } from '../../../server/spaces/page-space.ts';
import { drawPicture } from '../../../server/web/picture/draw.ts';
import type { Content } from '../../../server/web/picture/layout.ts';
import { createPictures } from '../../../server/web/picture/pictures.ts';
import { openCore } from '../../support/core-app.ts';
import { ulidOf } from '../../support/people.ts';
import { openPage } from '../../support/share-page.ts';

const CONTENT: Content = {
  title: 'Small webs, long walks',
  host: { colour: '#0369a1', initial: 'A', name: 'Ana Ferreira' },
  others: [{ colour: '#0f766e', initial: 'M' }],
  what: 'Audio Space',
  site: 'spaces.example',
};

async function expectPicture(png: Buffer): Promise<void> {
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
}

describe('the picture of a Space', () => {
  test('is the one that its tags name, and keeps for good', async () => {
    const core = await openCore();
    const { spaceId } = await core.liveSpace();
    const url = new URL((await openPage(core, `/s/${spaceId}`)).tag('og:image')!);
    const get = (path: string, headers = {}) => core.request('GET', path, { headers });
    const response = await get(`${url.pathname}${url.search}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    await expectPicture(Buffer.from(await response.arrayBuffer()));

    const etag = response.headers.get('etag')!;
    expect((await get(url.pathname, { 'if-none-match': etag })).status).toBe(304);
    for (const other of ['', '?v=', '?v=other']) {
      const answer = await get(`${url.pathname}${other}`);
      expect(answer.headers.get('etag')).toBe(etag);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
    }
    const head = await core.request('HEAD', url.pathname);
    expect([head.status, head.headers.get('content-type')]).toEqual([200, 'image/png']);
  });

  test('is drawn once for a burst, one after the other, and again after a failure', async () => {
    let [drawn, atOnce, most] = [0, 0, 0];
    let fails = true;
    const pictures = createPictures(Date.now, async ({ title }) => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await new Promise((done) => setImmediate(done));
      atOnce -= 1;
      drawn += 1;
      if (fails) throw new Error('no ink');
      return Buffer.from(title);
    });
    await expect(pictures(space('One'), 'here')).rejects.toThrow('no ink');
    fails = false;
    const titles = ['One', 'Two', 'Three'];
    const burst = await Promise.all(
      Array.from({ length: 300 }, (_, index) => pictures(space(titles[index % 3]!), 'here')),
    );
    expect([drawn, most]).toEqual([4, 1]);
    expect(burst[4]?.body.toString()).toBe('Two');
    expect(new Set(burst.map(({ etag }) => etag)).size).toBe(3);
  });

  test.each([
    'x',
    'W'.repeat(70),
    'لا إله إلا 🦊',
    '🦊'.repeat(70),
    '<svg onload="x"/> & </text>',
    'Łódź, Привет, Ελλάδα, Việt Nam',
    'क्षि',
  ])('holds whatever a title and a name are: %s', async (title) => {
    const host = { ...CONTENT.host, name: title.slice(0, 40), initial: Array.from(title)[0]! };
    await expectPicture(await drawPicture({ ...CONTENT, title, host }));
  });

  test.each([
    ['a title in letters that no font has', { title: 'مرحبا بالعالم' }, { title: '' }],
    ['one with a single such letter', { title: 'Say 日 twice' }, { title: '' }],
    ['a smiley in a title', { title: 'Bees 🐝❤️ and trees 1️⃣' }, { title: 'Bees and trees 1' }],
    ['a title of smileys alone', { title: '👩‍👩‍👧🐝' }, { title: '' }],
    [
      'a name and an initial',
      { host: { ...CONTENT.host, name: 'علي', initial: 'ع' }, others: [{ colour: '#000', initial: '日' }] },
      { host: { ...CONTENT.host, name: '', initial: '' }, others: [{ colour: '#000', initial: '' }] },
    ],
  ])('leaves out what it cannot draw, and draws no empty boxes: %s', async (_, given, drawn) => {
    const [picture, expected] = [
      await drawPicture({ ...CONTENT, ...given }),
      await drawPicture({ ...CONTENT, ...drawn }),
    ];
    expect(picture.equals(expected)).toBe(true);
    expect(picture.equals(await drawPicture(CONTENT))).toBe(false);
  });

  test('draws a title in each script that its fonts have', async () => {
    const untitled = await drawPicture({ ...CONTENT, title: '' });
    for (const title of ['Łódź', 'Привет', 'Ελλάδα', 'Tiếng Việt']) {
      expect((await drawPicture({ ...CONTENT, title })).equals(untitled)).toBe(false);
    }
  });
});

function space(title: string): PageSpace {
  const host = { pid: `p_${ulidOf(1)}`, name: 'Ana' };
  const people = [{ ...host, role: 'host' as const }];
  return {
    id: ulidOf(7),
    title,
    state: 'live',
    endReason: null,
    host,
    creator: null,
    people,
    identities: [],
  };
}
