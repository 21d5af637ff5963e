import { describe, expect, it } from 'vitest';
import { APP_VIEW, fetchBlueskyPage, resolveDid } from '../../../extension/background/follows/bluesky.ts';
import {
  fetchMastodonPage,
  findMastodon,
  hidesFollows,
} from '../../../extension/background/follows/mastodon.ts';
import { appView, did, fakeNetworks, liveAt, mastodonServer } from '../../support/fake-networks.ts';

const SKY = new URL(APP_VIEW).host;
const SPACE = 'https://perch.test/s/01ARZ3NDEKTSV4RRFFQ69G5FAV';
const place = { server: 'social.test', accountId: '7', token: null };

const big = () => Response.json({ follows: [{ did: did('ben') }], padding: 'x'.repeat(10_000_000) });
const BAD_DAYS: [string, () => Response | Promise<Response>, string][] = [
  ['nothing', () => Promise.reject(new TypeError('refused')), 'network_unreachable'],
  ['an error', () => new Response('{}', { status: 500 }), 'network_unreachable'],
  ['no JSON', () => new Response('<html>'), 'network_unreachable'],
  ['another shape', () => Response.json({ follows: 'everybody' }), 'network_unreachable'],
  [
    'a list of things that are nobody',
    () => Response.json({ follows: [1, null, { did: 'ben' }] }),
    'network_unreachable',
  ],
  ['ten megabytes', big, 'network_unreachable'],
  [
    'too many',
    () => Response.json({ follows: Array.from({ length: 5_000 }, () => ({})) }),
    'network_unreachable',
  ],
  ['too often', () => new Response('{}', { status: 429 }), 'rate_limited'],
  ['no such account', () => Response.json({ error: 'InvalidRequest' }, { status: 400 }), 'not_found'],
];

describe('whom somebody follows on Bluesky', () => {
  it('is read a page at a time, without cookies, token or following it elsewhere', async () => {
    const people = ['ben', 'cem', 'dan'].map((name) => ({ did: did(name) }));
    const { fetch: fetch_, asked } = fakeNetworks({ [SKY]: appView({ [did('ana')]: people }, 2) });
    const first = await fetchBlueskyPage(fetch_, did('ana'), null);
    expect(first.keys).toEqual(['at:did:plc:ben', 'at:did:plc:cem']);
    const second = await fetchBlueskyPage(fetch_, did('ana'), first.cursor);
    expect([second.keys, second.cursor]).toEqual([['at:did:plc:dan'], null]);
    expect(asked[0]!.url.searchParams.get('limit')).toBe('100');
    expect(asked.map(({ token, init }) => [token, init.credentials, init.redirect])).toEqual([
      [null, 'omit', 'error'],
      [null, 'omit', 'error'],
    ]);
  });

  it.each(BAD_DAYS)('is not known when the server answers %s', async (_, answer, code) => {
    const { fetch: fetch_ } = fakeNetworks({ [SKY]: answer });
    await expect(fetchBlueskyPage(fetch_, did('ana'), null)).rejects.toMatchObject({ code });
  });

  it('loses nobody for one who is none', async () => {
    const follows = [{ did: 'javascript:alert(1)' }, { did: did('ben'), status: 7 }, null, { handle: 'x' }];
    const { fetch: fetch_ } = fakeNetworks({
      [SKY]: () => Response.json({ follows, cursor: 7 }),
    });
    await expect(fetchBlueskyPage(fetch_, did('ana'), null)).rejects.toMatchObject({
      code: 'network_unreachable',
    });
    const { fetch: other } = fakeNetworks({ [SKY]: () => Response.json({ follows }) });
    expect((await fetchBlueskyPage(other, did('ana'), null)).keys).toEqual(['at:did:plc:ben']);
  });

  it('does not go round in circles', async () => {
    const { fetch: fetch_ } = fakeNetworks({
      [SKY]: () => Response.json({ follows: [{ did: did('ben') }], cursor: 'same' }),
    });
    expect((await fetchBlueskyPage(fetch_, did('ana'), 'same')).cursor).toBeNull();
  });

  it.each<[string, unknown, number]>([
    ['says where', liveAt(SPACE), 1],
    ['is over', liveAt(SPACE, { isActive: false }), 0],
    ['does not say that it is active', liveAt(SPACE, { isActive: undefined }), 0],
    ['was taken away', liveAt(SPACE, { isDisabled: true }), 0],
    ['has an end that is none', liveAt(SPACE, { expiresAt: 'soon' }), 0],
    ['has no link', { isActive: true }, 0],
    ['has a link of no length', liveAt('https://perch.test/'.padEnd(3_000, 'x')), 0],
  ])('brings a status that %s', async (_, status, count) => {
    const { fetch: fetch_ } = fakeNetworks({
      [SKY]: appView({ [did('ana')]: [{ did: did('ben'), status }] }),
    });
    const page = await fetchBlueskyPage(fetch_, did('ana'), null);
    expect(page.keys).toEqual(['at:did:plc:ben']);
    expect(page.statuses).toHaveLength(count);
  });

  it('finds somebody by their handle', async () => {
    const { fetch: fetch_ } = fakeNetworks({ [SKY]: appView({ [did('ana')]: [] }) });
    expect(await resolveDid(fetch_, 'ana.bsky.social')).toBe(did('ana'));
    await expect(resolveDid(fetch_, 'nobody.bsky.social')).rejects.toMatchObject({ code: 'not_found' });
    const liar = fakeNetworks({ [SKY]: () => Response.json({ did: 'https://evil.test' }) });
    await expect(resolveDid(liar.fetch, 'ana.bsky.social')).rejects.toMatchObject({
      code: 'network_unreachable',
    });
  });
});

describe('whom somebody follows on Mastodon', () => {
  const follows = { 7: ['ben', 'Cem@far.test', 'dan@münchen.test'] };

  it('is read page by page, names completed by the server’s domain and in one form', async () => {
    const { fetch: fetch_, asked } = fakeNetworks({
      'social.test': mastodonServer({ domain: 'example.test', follows, perPage: 2 }),
    });
    const first = await fetchMastodonPage(fetch_, place, 'example.test', null);
    expect(first.keys).toEqual(['ap:ben@example.test', 'ap:cem@far.test']);
    const second = await fetchMastodonPage(fetch_, place, 'example.test', first.cursor);
    expect([second.keys, second.cursor]).toEqual([['ap:dan@xn--mnchen-3ya.test'], null]);
    expect(asked[0]!.url.href).toBe('https://social.test/api/v1/accounts/7/following?limit=80');
    expect(asked[0]!.init).toMatchObject({ credentials: 'omit', redirect: 'error' });
  });

  it('goes to no other server for the next page, nor does the token', async () => {
    const link = '<https://evil.test/api/v1/accounts/7/following?max_id=99>; rel="next"';
    const { fetch: fetch_, asked } = fakeNetworks({
      'social.test': () => Response.json([{ acct: 'ben' }], { headers: { link } }),
    });
    const mine = { ...place, token: 'secret' };
    const page = await fetchMastodonPage(fetch_, mine, 'social.test', null);
    await fetchMastodonPage(fetch_, mine, 'social.test', page.cursor);
    expect(asked.map(({ url, token }) => [url.host, url.searchParams.get('max_id'), token])).toEqual([
      ['social.test', null, 'secret'],
      ['social.test', '99', 'secret'],
    ]);
  });

  it.each(BAD_DAYS.filter(([name]) => !/account|nobody|too many/.test(name)))(
    'is not known when the server answers %s',
    async (_, answer, code) => {
      const { fetch: fetch_ } = fakeNetworks({ 'social.test': answer });
      await expect(fetchMastodonPage(fetch_, place, 'social.test', null)).rejects.toMatchObject({ code });
    },
  );

  it.each([401, 403, 422])('is told with leave alone where the server answers %i', async (status) => {
    const { fetch: fetch_ } = fakeNetworks({ 'social.test': () => new Response('{}', { status }) });
    await expect(fetchMastodonPage(fetch_, place, 'social.test', null)).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });

  it('is known to be hidden where the account counts more than its list tells', async () => {
    const { fetch: fetch_ } = fakeNetworks({
      'social.test': mastodonServer({ domain: 'social.test', follows: { 7: ['ben'], 8: [] }, hidden: true }),
    });
    expect((await fetchMastodonPage(fetch_, place, 'social.test', null)).keys).toEqual([]);
    expect(await hidesFollows(fetch_, place)).toBe(true);
    expect(await hidesFollows(fetch_, { ...place, accountId: '8' })).toBe(false);
  });

  it('finds an account at the domain of its name, or where that says that it lives', async () => {
    const lives = mastodonServer({ domain: 'example.test', follows: {}, ids: { 'ana@example.test': '7' } });
    const here = fakeNetworks({ 'example.test': lives });
    expect(await findMastodon(here.fetch, 'ana', 'example.test')).toMatchObject({
      server: 'example.test',
      accountId: '7',
    });
    const links = [{ rel: 'self', href: 'https://social.test/users/ana' }];
    const there = fakeNetworks({
      'social.test': lives,
      'example.test': ({ url }) =>
        url.pathname === '/.well-known/webfinger'
          ? Response.json({ links })
          : new Response('', { status: 404 }),
    });
    expect(await findMastodon(there.fetch, 'ana', 'example.test')).toEqual({
      server: 'social.test',
      accountId: '7',
      token: null,
    });
    const nobody = fakeNetworks({ 'example.test': () => new Response('', { status: 404 }) });
    await expect(findMastodon(nobody.fetch, 'ana', 'example.test')).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
