import { describe, expect, test } from 'vitest';
import { openCore, problemOf } from '../../support/core-app.ts';

const ID = 'Zm9vYmFyYmF6cXV4';

async function openWithPicture() {
  const core = await openCore({ limits: { readsPerMinute: 5 } });
  const webp = Buffer.from('RIFF\0\0\0\0WEBP, as far as this goes');
  await core.store.addPicture({ id: ID, webp, at: core.now });
  return { core, webp };
}

describe('GET /v1/pictures/:id', () => {
  test('gives the bytes to any page, for good', async () => {
    const { core, webp } = await openWithPicture();
    const response = await core.request('GET', `/v1/pictures/${ID}`);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(webp);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      etag: `"${ID}"`,
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    });
  });

  test('says that nothing has changed to whoever has it', async () => {
    const { core } = await openWithPicture();
    const headers = { 'if-none-match': `"${ID}"` };
    const response = await core.request('GET', `/v1/pictures/${ID}`, { headers });
    expect([response.status, await response.text()]).toEqual([304, '']);
  });

  test.each(['aaaaaaaaaaaaaaaa', 'short', '..%2f..%2fetc%2fpasswd', "x'%20OR%201=1--xxxx"])(
    'knows no other: %s',
    async (id) => {
      const { core } = await openWithPicture();
      const response = await core.request('GET', `/v1/pictures/${id}`);
      expect([response.status, (await problemOf(response)).code]).toEqual([404, 'not_found']);
    },
  );

  test('counts as a read', async () => {
    const { core } = await openWithPicture();
    const statuses = [];
    for (let i = 0; i < 6; i += 1) statuses.push((await core.request('GET', `/v1/pictures/${ID}`)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });
});
