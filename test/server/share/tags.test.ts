import { describe, expect, test } from 'vitest';
import type { Join } from '#shared/schema/api.ts';
import { type CoreApp, openCore, read } from '../../support/core-app.ts';
import { openPage } from '../../support/share-page.ts';
import { identity } from '../../support/store-contract-records.ts';

const PUBLIC = { publicUrl: 'https://spaces.example' };

async function joinAndSpeak(core: CoreApp, spaceId: string, name: string): Promise<string> {
  const guest = await core.guest(name);
  const joined = await read<Join>(await core.join(guest.token, spaceId));
  await core.connect(joined.participantId);
  const { token } = guest;
  const asked = await core.request('POST', `/v1/spaces/${spaceId}/request`, { token, body: {} });
  expect(asked.status).toBe(204);
  return token;
}

async function everyoneSpeaks(core: CoreApp): Promise<{ spaceId: string; token: string }> {
  const { token } = await core.guest('Ana Ferreira');
  const body = { title: 'Small webs, long walks', speakPolicy: 'everyone' };
  const opened = await read<Join>(await core.request('POST', '/v1/spaces', { token, body }));
  await core.connect(opened.participantId);
  return { spaceId: opened.space.id, token };
}

describe('the tags of a Space', () => {
  test('say whose it is, with a picture and a player, at the address that the world uses', async () => {
    const core = await openCore({ config: PUBLIC });
    const { spaceId } = await core.liveSpace('Small webs, long walks');
    const url = `https://spaces.example/s/${spaceId}`;
    const { tag, document } = await openPage(core, `/s/${spaceId}`);
    expect(document.querySelector('link[rel="canonical"]')?.getAttribute('href')).toBe(url);
    expect(tag('og:url')).toBe(url);
    expect(tag('og:title')).toBe('Small webs, long walks');
    expect(tag('og:description')).toMatch(/^Audio Space by Ana\. /);
    expect(tag('description')).toBe(tag('og:description'));
    expect(tag('og:site_name')).toBe('Perch');
    expect(tag('og:type')).toBe('website');
    expect(tag('og:image')).toMatch(new RegExp(`^${url}/image\\.png\\?v=[\\w-]{12}$`));
    expect([tag('og:image:width'), tag('og:image:height'), tag('og:image:type')]).toEqual([
      '1200',
      '630',
      'image/png',
    ]);
    expect(tag('og:image:alt')).toBe('“Small webs, long walks”, an audio Space by Ana');
    expect(tag('twitter:card')).toBe('summary_large_image');
    expect(tag('twitter:player')).toBe(`${url}/player`);
    expect([tag('twitter:player:width'), tag('twitter:player:height')]).toEqual(['640', '360']);
    expect(tag('fediverse:creator')).toBeNull();
    expect(document.title).toBe('Small webs, long walks · Perch');
  });

  test('offer no oEmbed, which would hide the description', async () => {
    const core = await openCore();
    const { spaceId } = await core.liveSpace();
    const { response, html } = await openPage(core, `/s/${spaceId}`);
    expect(html).not.toMatch(/oembed/i);
    expect(response.headers.get('link')).toBeNull();
  });

  test('name the address that was used where the server knows no other', async () => {
    const core = await openCore();
    const { spaceId } = await core.liveSpace();
    const { tag } = await openPage(core, `/s/${spaceId}`);
    expect(tag('og:url')).toBe(`http://localhost/s/${spaceId}`);
  });

  test('find everything below the path of the public address', async () => {
    const core = await openCore({ config: { publicUrl: 'https://spaces.example/perch' } });
    const { spaceId } = await core.liveSpace();
    const { tag, document } = await openPage(core, `/s/${spaceId}`);
    expect(tag('og:url')).toBe(`https://spaces.example/perch/s/${spaceId}`);
    expect(document.querySelector('script')?.getAttribute('src')).toBe('/perch/s/assets/page.js');
  });

  test('are the same before, during and after, for every reader, and hold no live number', async () => {
    const core = await openCore({ config: PUBLIC });
    const { spaceId, token } = await everyoneSpeaks(core);
    const tagsNow = async (language = 'en') =>
      (await openPage(core, `/s/${spaceId}`, { 'accept-language': language })).tags;
    const first = await tagsNow();
    expect(first).not.toMatch(/live|listening|on stage|ended/i);
    await core.join((await core.guest()).token, spaceId);
    expect(await tagsNow()).toBe(first);
    const speaker = await joinAndSpeak(core, spaceId, 'Malik');
    expect((await openPage(core, `/s/${spaceId}`)).html).toContain('Malik');
    expect(await tagsNow('fr')).toBe(first);
    await core.request('POST', `/v1/spaces/${spaceId}/leave`, { token: speaker });
    await core.request('POST', `/v1/spaces/${spaceId}/leave`, { token });
    core.now += 2 * core.limits.pageKeptMs;
    expect(await tagsNow()).toBe(first);
    await core.request('POST', `/v1/spaces/${spaceId}/end`, { token });
    expect(await tagsNow()).toBe(first);
    core.now += 2 * core.limits.pageKeptMs;
    expect(await tagsNow('fr, en;q=0.5')).toBe(first);
  });

  test('follow a new title, with a new picture', async () => {
    const core = await openCore();
    const { spaceId, token } = await everyoneSpeaks(core);
    const before = await openPage(core, `/s/${spaceId}`);
    const body = { title: 'Long walks' };
    expect((await core.request('PATCH', `/v1/spaces/${spaceId}`, { token, body })).status).toBe(204);
    const after = await openPage(core, `/s/${spaceId}`);
    expect(after.tag('og:title')).toBe('Long walks');
    expect(after.tag('og:image')).not.toBe(before.tag('og:image'));
  });

  test('credit a host who shows a fediverse account, from a minute after they do', async () => {
    const core = await openCore();
    const { spaceId, host } = await core.liveSpace();
    const creator = async () => (await openPage(core, `/s/${spaceId}`)).tag('fediverse:creator');
    expect(await creator()).toBeNull();
    const more = { handle: '@ana@wren.example' };
    await core.store.addIdentity(identity('i0', host.account.id, { network: 'x', handle: '@ana' }));
    await core.store.addIdentity(identity('i1', host.account.id, more));
    core.now += core.limits.pageKeptMs;
    expect(await creator()).toBe('@ana@wren.example');
  });
});

const HOSTILE = [
  '</title><script>alert(1)</script>',
  `" onload="alert(1)" '`,
  '&lt;b&gt; &amp; <b>',
  'שלום עולם',
  '${1+1} {name} {title}',
  'x'.repeat(70),
  '🦊'.repeat(70),
];

test.each(HOSTILE)('a title and a name of %s stay text', async (title) => {
  const core = await openCore();
  const name = title.slice(0, 40);
  const { token } = await core.guest(name);
  const opened = await core.start(token, title);
  await core.connect(opened.participantId);
  const { tag, document, html } = await openPage(core, `/s/${opened.space.id}`);
  const shown = opened.space.title;
  expect(tag('og:title')).toBe(shown);
  expect(tag('og:image:alt')).toContain(shown);
  expect(document.title).toBe(`${shown} · Perch`);
  expect(document.querySelector('h1')?.textContent).toBe(shown);
  expect(document.querySelector('.share-name')?.textContent).toBe(opened.space.stage[0]?.name);
  expect([...document.querySelectorAll('script')].map((script) => script.getAttribute('src'))).toEqual([
    '/s/assets/page.js',
  ]);
  expect(html).not.toMatch(/<script>|<b>|"\s*onload/);
});
