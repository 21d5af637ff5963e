import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DEFAULT_LIMITS } from '#shared/schema/limits.ts';
import { createOutside, type Outside } from '../../../server/identity/networks/outside.ts';
import { openCore } from '../../support/core-app.ts';
import { mappedFetch } from '../../support/networks/outside.ts';
import { askToBegin, mastodon, outsideAmong, refusalOf } from '../../support/sign-in.ts';

const LITERALS = [
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0x7f.1',
  '0177.0.0.1',
  '0',
  '0.0.0.0',
  '10.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '192.0.0.192',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '８.８.８.８',
  '①②⑦.⓪.⓪.①',
  '8.8.8.8',
  '[::]',
  '[::1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::ffff:169.254.169.254]',
  '[0:0:0:0:0:ffff:10.0.0.1]',
  '[::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b::a9fe:a9fe]',
  '[2002:7f00:1::]',
  '[fc00::1]',
  '[fd12:3456::1]',
  '[fe80::1]',
  '[ff02::1]',
  '[2606:4700:4700::1111]',
];
const NAMES = [
  'localhost',
  'LOCALHOST',
  'localhost.',
  'foo.localhost',
  'printer.local',
  'metadata.google.internal',
  'vault.internal',
  'intranet',
  'router.test',
  'host.invalid',
];

/** A resolver that knows these names, in place of the system's; others are unknown. */
function resolving(answers: Record<string, string[]>): { asked: string[] } {
  const asked: string[] = [];
  const real = dns.lookup;
  const lookup = (name: string, options: dns.LookupAllOptions, done: (...answer: unknown[]) => void) => {
    asked.push(name);
    const found = (answers[name] ?? []).map((address) => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }));
    if (!found[0]) return done(Object.assign(new Error(`ENOTFOUND ${name}`), { code: 'ENOTFOUND' }));
    return options.all ? done(null, found) : done(null, found[0].address, found[0].family);
  };
  Object.assign(dns, { lookup });
  syncBuiltinESMExports();
  restore = () => {
    Object.assign(dns, { lookup: real });
    syncBuiltinESMExports();
  };
  return { asked };
}
let restore = () => {};
afterEach(() => restore());

/** Why something was not fetched: a check of the way out, before any connection, and not that nobody listens there. */
const CHECKED = /non-unicast|not a public domain|Forbidden hostname/;

async function reasonsOf(fetching: Promise<unknown>): Promise<string> {
  const messages: string[] = [];
  const failure: unknown = await fetching.then(
    () => new Error('fetched'),
    (error: unknown) => error,
  );
  for (let next = failure; next instanceof Error; next = next.cause) messages.push(next.message);
  return messages.join(' < ');
}

/** What is fetched after every check, were there no connection to make: by whatever would be dialled. */
function outsideCounting(): { outside: Outside; fetched: string[] } {
  const fetched: string[] = [];
  const beneath = vi.fn<typeof fetch>((input) => {
    fetched.push(input instanceof Request ? input.url : String(input));
    return Promise.resolve(new Response('{}'));
  });
  return { outside: createOutside(DEFAULT_LIMITS, beneath), fetched };
}

describe('the way out', () => {
  test.each(LITERALS)('leads to no address by number: %s', async (host) => {
    const { outside, fetched } = outsideCounting();
    await expect(outside(`https://${host}/`)).rejects.toThrow();
    expect(fetched).toEqual([]);
  });

  test.each(NAMES)('leads to no name of this machine or its house: %s', async (host) => {
    resolving({ [host.toLowerCase()]: ['127.0.0.1'], 'metadata.google.internal': ['169.254.169.254'] });
    expect(await reasonsOf(createOutside(DEFAULT_LIMITS)(`https://${host}/`))).toMatch(CHECKED);
  });

  test.each([
    'http://wren.social/',
    'https://wren.social:8443/',
    'https://wren.social:22/',
    'file:///etc/passwd',
    'ftp://wren.social/',
    'gopher://wren.social/',
    'data:application/json,{}',
    'blob:https://wren.social/x',
    'ws://wren.social/',
    '//wren.social/',
  ])('is https at its own port alone: %s', async (url) => {
    const { outside, fetched } = outsideCounting();
    await expect(outside(url)).rejects.toThrow();
    expect(fetched).toEqual([]);
  });

  test.each(['127.0.0.1', '169.254.169.254', '10.1.2.3', '::1', '::ffff:127.0.0.1', 'fd00::1', '0.0.0.0'])(
    'does not follow a public name to %s, to which it resolves when it is dialled',
    async (address) => {
      const { asked } = resolving({ 'rebound.wren.social': [address] });
      const outside = createOutside(DEFAULT_LIMITS);
      expect(await reasonsOf(outside('https://rebound.wren.social/'))).toMatch(CHECKED);
      expect(asked).toEqual(['rebound.wren.social']);
    },
  );

  test('dials no name that is public and private at once', async () => {
    resolving({ 'both.wren.social': ['9.9.9.9', '127.0.0.1'] });
    const outside = createOutside(DEFAULT_LIMITS);
    expect(await reasonsOf(outside('https://both.wren.social/'))).toMatch(CHECKED);
  });

  test.each([
    'http://127.0.0.1/',
    'https://169.254.169.254/latest/',
    'https://[::1]/',
    'https://elsewhere.wren.social/',
    'file:///etc/passwd',
  ])('follows no redirect, to %s or anywhere', async (location) => {
    const beneath: typeof fetch = async () => new Response(null, { status: 302, headers: { location } });
    const outside = createOutside(DEFAULT_LIMITS, async (input, init) => {
      const request = new Request(input as Request, init as RequestInit);
      if (request.redirect === 'error') throw new TypeError('unexpected redirect');
      return beneath(input, init);
    });
    await expect(outside('https://wren.social/')).rejects.toThrow();
    await expect(outside('https://wren.social/', { redirect: 'follow' })).rejects.toThrow();
    expect((await outside('https://wren.social/', { redirect: 'manual' })).status).toBe(302);
  });

  test('stops reading at its limit, announced or not, packed or not', async () => {
    const server = await mastodon();
    const outside = outsideAmong(server.hosts);
    for (const trick of ['ten-megabytes', 'zipped-megabytes'] as const) {
      server.play(trick);
      const read = async () => (await outside('https://mastodon.example/api/v2/instance')).text();
      await expect(read()).rejects.toThrow();
    }
  });
});

describe('a sign-in', () => {
  test.each([
    ...LITERALS,
    ...NAMES,
    ...LITERALS.map((host) => `@ana@${host}`),
    'file:///etc/passwd',
    'a@b@127.0.0.1',
  ])('asks nothing of %s', async (who) => {
    const asked: string[] = [];
    const core = await openCore({
      outside: (url) => {
        asked.push(String(url));
        return Promise.reject(new TypeError('fetch failed'));
      },
    });
    const refused = await refusalOf(await askToBegin(core, { who }));
    // Names that are public by their form are asked, by the way out that refuses them above.
    expect(asked.length > 0 ? 'network_unreachable' : 'invalid_input').toBe(refused);
    expect(asked.every((url) => NAMES.some((name) => new URL(url).hostname === name.toLowerCase()))).toBe(
      true,
    );
  });

  test.each([
    'https://127.0.0.1/users/ana',
    'https://[::1]/users/ana',
    'https://localhost/users/ana',
    'http://wren.social/users/ana',
    'https://wren.social:8443/users/ana',
    'file:///etc/passwd',
  ])('follows no handle to %s', async (actor) => {
    const asked: string[] = [];
    const core = await openCore({
      outside: async (url) => {
        asked.push(new URL(url).host);
        return Response.json({ links: [{ rel: 'self', type: 'application/activity+json', href: actor }] });
      },
    });
    expect(await refusalOf(await askToBegin(core, { who: '@ana@walks.example' }))).not.toBe('none');
    expect(asked.every((host) => host === 'walks.example' || host === 'wren.social')).toBe(true);
  });

  test('hands a question on by a redirect to public names alone, and only the same question', async () => {
    const server = await mastodon();
    const fetched: string[] = [];
    for (const location of [
      'https://127.0.0.1/.well-known/webfinger?resource=acct%3Aana%40walks.example',
      'http://127.0.0.1:8790/.well-known/webfinger?resource=acct%3Aana%40walks.example',
      'https://wren.social/admin/delete?resource=acct%3Aana%40walks.example',
      'https://wren.social/.well-known/webfinger?resource=acct%3Aben%40walks.example',
    ]) {
      const beneath: typeof fetch = async (input) => {
        const url = input instanceof Request ? input.url : String(input);
        fetched.push(url);
        if (!url.includes('webfinger')) return Response.json({ error: 'nothing here' }, { status: 404 });
        return new Response(null, { status: 302, headers: { location } });
      };
      const core = await openCore({
        outside: createOutside(DEFAULT_LIMITS, mappedFetch(server.hosts, beneath)),
      });
      expect(await refusalOf(await askToBegin(core, { who: '@ana@walks.example' }))).toBe(
        'network_unreachable',
      );
    }
    expect(fetched.every((url) => new URL(url).host === 'walks.example')).toBe(true);
  });
});
