import { describe, expect, test } from 'vitest';
import { openCore, problemOf } from '../../support/core-app.ts';
import { openPage } from '../../support/share-page.ts';
import { identity } from '../../support/store-contract-records.ts';

const NOBODY = '01HZZZZZZZZZZZZZZZZZZZZZZZ';

describe('the page of a Space', () => {
  test('says without any script what there is, and gives its app what it needs', async () => {
    const core = await openCore({ config: { extensionUrl: 'https://perch.example/get' } });
    const { spaceId } = await core.liveSpace('Small webs, long walks');
    const { response, document } = await openPage(core, `/s/${spaceId}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const app = document.getElementById('app')!;
    expect({ ...app.dataset }).toEqual({
      spaceId,
      language: 'en',
      kind: 'page',
      extensionUrl: 'https://perch.example/get',
    });
    expect(app.querySelector('.share-state')?.textContent?.trim()).toBe('Live');
    expect(app.querySelector('.share-people')?.textContent?.replace(/\s+/g, ' ').trim()).toBe('A Ana Host');
    expect(app.querySelector('noscript')?.textContent).toMatch(/JavaScript/);
    expect(app.querySelector('a')?.getAttribute('href')).toBe('https://perch.example/get');
    const styles = [...document.querySelectorAll('link[rel="stylesheet"]')];
    expect(styles.map((style) => style.getAttribute('href'))).toEqual([
      '/s/assets/share.css',
      '/s/assets/page.css',
    ]);
  });

  test('shows pictures and handles of those on stage, as text alone', async () => {
    const core = await openCore({ config: { publicUrl: 'https://perch.example/spaces' } });
    const { spaceId, host } = await core.liveSpace();
    const more = { handle: '@ana<b>@wren.example', picture: 'Zm9vYmFyYmF6cXV4' };
    await core.store.addIdentity(identity('i1', host.account.id, more));
    const { document } = await openPage(core, `/s/${spaceId}`);
    const [ana] = document.querySelectorAll('.share-people li');
    expect(ana?.querySelector('img')?.getAttribute('src')).toBe('/spaces/v1/pictures/Zm9vYmFyYmF6cXV4');
    expect(ana?.querySelector('.share-handle')?.textContent).toBe('@ana<b>@wren.example on Mastodon');
  });

  test('offers no extension where the operator names none', async () => {
    const core = await openCore();
    const { spaceId } = await core.liveSpace();
    const { document } = await openPage(core, `/s/${spaceId}`);
    expect(document.getElementById('app')?.hasAttribute('data-extension-url')).toBe(false);
    expect(document.querySelector('.share-offer')).toBeNull();
  });

  test('says that it begins, and when it is over why, with status 200', async () => {
    const core = await openCore();
    const { token } = await core.guest('Ana');
    const opened = await core.start(token, 'Talk');
    const path = `/s/${opened.space.id}`;
    expect((await openPage(core, path)).document.querySelector('.share-state')?.textContent).toMatch(
      /Begins in a moment/,
    );
    await core.connect(opened.participantId);
    await core.request('POST', `/v1/spaces/${opened.space.id}/end`, { token });
    const { response, document } = await openPage(core, path);
    expect(response.status).toBe(200);
    const text = document.querySelector('main')?.textContent ?? '';
    expect(text).toMatch(/The Space has ended/);
    expect(text).toMatch(/The host ended it/);
    expect(text).toMatch(/Audio Space by Ana/);
    expect(document.querySelector('.share-people')).toBeNull();
  });

  test.each([
    [undefined, 'en'],
    ['fr-CA, en;q=0.8', 'fr'],
    ['nl, fr;q=0.4, en;q=0.2', 'fr'],
    ['fr;q=0.1, en;q=0.9', 'en'],
    ['fr;q=0, nl', 'en'],
    ['FR', 'fr'],
    ['pt-BR, en;q=0.5', 'pt'],
    ['x'.repeat(10_000), 'en'],
    [';;q=,,,', 'en'],
  ])('for a reader of %s is in %s', async (header, language) => {
    const core = await openCore();
    const { spaceId } = await core.liveSpace();
    const { response, document } = await openPage(
      core,
      `/s/${spaceId}`,
      header === undefined ? {} : { 'accept-language': header },
    );
    expect(document.documentElement.lang).toBe(language);
    expect(document.documentElement.dir).toBe('ltr');
    expect(document.getElementById('app')?.dataset['language']).toBe(language);
    expect(response.headers.get('vary')).toBe('accept-language');
  });
});

describe('the player', () => {
  test('is the same Space in a smaller dress, with a way to the page and no tags of its own', async () => {
    const core = await openCore({ config: { extensionUrl: 'https://perch.example/get' } });
    const { spaceId } = await core.liveSpace();
    const { document, tags } = await openPage(core, `/s/${spaceId}/player`);
    expect(document.getElementById('app')?.dataset).toMatchObject({ spaceId, kind: 'player' });
    expect(tags).toBe('');
    const link = document.querySelector('a')!;
    expect(link.getAttribute('href')).toBe(`http://localhost/s/${spaceId}`);
    expect([link.getAttribute('target'), link.getAttribute('rel')]).toEqual(['_blank', 'noopener']);
  });
});

describe('a link that leads nowhere', () => {
  test.each([`/s/${NOBODY}`, '/s/nothing', '/s/..%2f', `/s/${NOBODY}/player`, '/s/x/player', '/s/assets'])(
    'is told so in the same dress: %s',
    async (path) => {
      const core = await openCore();
      const { response, document, tags } = await openPage(core, path, { 'accept-language': 'fr' });
      expect(response.status).toBe(404);
      expect(document.querySelector('h1')?.textContent).toBe('Il n’y a pas de Space ici');
      expect(tags).toBe('');
      expect(document.querySelector('script')).toBeNull();
      expect(response.headers.get('cache-control')).toBe('no-cache');
    },
  );

  test.each([`/s/${NOBODY}/image.png`, '/s/x/image.png', '/s/assets/nothing.js', `/s/${NOBODY}/nothing`])(
    'is a problem where no page belongs: %s',
    async (path) => {
      const core = await openCore();
      const response = await core.request('GET', path);
      expect(response.status).toBe(404);
      expect((await problemOf(response)).code).toBe('not_found');
    },
  );

  test('takes no other method', async () => {
    const core = await openCore();
    const { spaceId } = await core.liveSpace();
    const response = await core.request('POST', `/s/${spaceId}`, { body: {} });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
  });
});
