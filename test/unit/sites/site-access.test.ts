import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { type ChosenSite, ChosenSiteSchema, type Wish } from '#shared/schema/site.ts';
import { SiteAccess } from '../../../extension/background/site-access.ts';
import type { HostScripts } from '../../../extension/platform/site-access.ts';
import { scriptsFor } from '../../../extension/sites/scripts.ts';

const social: ChosenSite = { host: 'social.example', software: 'mastodon' };
const other: ChosenSite = { host: 'other.example', software: 'elk' };
const scriptsOf = ({ host, software }: ChosenSite): HostScripts => ({ host, ...scriptsFor(software) });
const TEN_MINUTES = 600_000;

interface World {
  chosen: ChosenSite[];
  wish: Wish | null;
  /** Those of a settings file that wait for the person's yes. */
  awaited: ChosenSite[];
  /** Hosts that the browser lets us into; `*` is all. */
  allowed: Set<string>;
  registered: HostScripts[];
  now: number;
  /** The browser fails at registering. */
  fails?: boolean;
}

/** A browser that remembers, and the site access over it. */
function open(change: Partial<World> = {}) {
  const empty = { chosen: [], wish: null, awaited: [], allowed: new Set<string>(), registered: [], now: 0 };
  const world: World = { ...empty, ...change };
  const calls: string[] = [];
  const access = new SiteAccess({
    gates: {
      isAllowed: async (host) => world.allowed.has(host) || world.allowed.has('*'),
      giveBack: async (host) => void world.allowed.delete(host),
      registered: async () => [...world.registered],
      async register(scripts) {
        if (world.fails) throw new Error('the browser failed');
        for (const { host } of scripts) {
          // The browser refuses an id that it has.
          if (world.registered.some((one) => one.host === host)) throw new Error(`duplicate ${host}`);
        }
        world.registered.push(...scripts);
      },
      async unregister(hosts) {
        world.registered = world.registered.filter(({ host }) => !hosts.includes(host));
      },
      injectNow: async ({ host, js }) => void calls.push(`inject ${js[0]} into ${host}`),
      switchOffIn: async (tabId, host) => void calls.push(`off ${host} in ${tabId}`),
      switchOffEverywhere: async (host) => void calls.push(`off ${host}`),
    },
    chosen: { get: async () => world.chosen, set: async (sites) => void (world.chosen = sites) },
    wish: { get: async () => world.wish, set: async (wish) => void (world.wish = wish) },
    awaited: { get: async () => world.awaited, set: async (sites) => void (world.awaited = sites) },
    isFixed: (host) => host === 'x.com',
    now: () => world.now,
  });
  return { world, calls, access };
}

const settled = (sites: ChosenSite[]): Partial<World> => ({
  chosen: sites,
  allowed: new Set(sites.map(({ host }) => host)),
  registered: sites.map(scriptsOf),
});

describe('a site that the person chooses', () => {
  it('is registered and put into the open tabs once the browser has let us in, also with the popup closed', async () => {
    const { world, calls, access } = open();
    await access.wish(social);
    expect([world.chosen, world.registered, calls]).toEqual([[], [], []]);
    world.allowed.add(social.host);
    await access.reconcile();
    expect(world.chosen).toEqual([social]);
    expect(world.registered).toEqual([scriptsOf(social)]);
    expect(calls).toEqual(['inject site-mastodon.js into social.example']);
  });

  it('begins also when the permission came before the wish', async () => {
    const { world, access } = open({ allowed: new Set([social.host]) });
    await access.reconcile();
    expect(world.chosen).toEqual([]);
    await access.wish(social);
    expect(world.registered).toEqual([scriptsOf(social)]);
  });

  it('is put into its tabs once, however often it is told', async () => {
    const { world, calls, access } = open();
    void access.wish(social);
    world.allowed.add(social.host);
    await Promise.all([access.reconcile(), access.wish(social), access.reconcile()]);
    expect(world.chosen).toEqual([social]);
    expect(calls).toEqual(['inject site-mastodon.js into social.example']);
  });

  it('waits for no yes any more, wherever that was given', async () => {
    const { world, access } = open({ awaited: [{ ...social, software: 'elk' }, other] });
    await access.wish(social);
    expect(world.awaited).toHaveLength(2);
    world.allowed.add(social.host);
    await access.reconcile();
    expect(world.awaited).toEqual([other]);
  });

  it('keeps the others', async () => {
    const { world, calls, access } = open(settled([other]));
    world.allowed.add(social.host);
    await access.wish(social);
    expect(world.chosen).toEqual([other, social]);
    expect(world.registered).toEqual([scriptsOf(other), scriptsOf(social)]);
    expect(calls).toEqual(['inject site-mastodon.js into social.example']);
  });

  it('gets other scripts when it is made with something else now', async () => {
    const { world, calls, access } = open(settled([social]));
    await access.wish({ ...social, software: 'elk' });
    expect(world.chosen).toEqual([{ ...social, software: 'elk' }]);
    expect(world.registered.map(({ js }) => js[0])).toEqual(['site-elk.js']);
    expect(calls).toEqual(['off social.example', 'inject site-elk.js into social.example']);
  });

  it('is not begun later when the person said no, or said nothing', async () => {
    const { world, access } = open();
    await access.wish(social);
    await access.wish(null);
    world.allowed.add(social.host);
    await access.reconcile();
    expect(world.chosen).toEqual([]);

    world.allowed.clear();
    await access.wish(social);
    world.now += TEN_MINUTES + 1;
    world.allowed.add(social.host);
    await access.reconcile();
    expect(world.chosen).toEqual([]);
  });
});

describe('a permission that was taken back', () => {
  it('ends with the person removing the site, in its tabs too', async () => {
    const { world, calls, access } = open(settled([social, other]));
    await access.remove(social.host);
    expect(world.chosen).toEqual([other]);
    expect(world.registered).toEqual([scriptsOf(other)]);
    expect(world.allowed).toEqual(new Set([other.host]));
    expect(calls).toEqual(['off social.example']);
  });

  it('ends the site also when the browser took it while nobody was awake', async () => {
    const { world, calls, access } = open(settled([social, other]));
    world.allowed.delete(social.host);
    await access.reconcile();
    expect(world.chosen).toEqual([other]);
    expect(world.registered).toEqual([scriptsOf(other)]);
    expect(calls).toEqual(['off social.example']);
  });

  it('counts even where a broader permission covers the host', async () => {
    const { world, access } = open({ ...settled([social]), allowed: new Set(['*']) });
    await access.drop([social.host]);
    expect([world.chosen, world.registered]).toEqual([[], []]);
    await access.reconcile();
    expect(world.registered).toEqual([]);
  });
});

describe('what the browser holds', () => {
  it('is never more than the person chose, however broad the permission', async () => {
    const { world, calls, access } = open({ ...settled([social]), allowed: new Set(['*']) });
    await access.reconcile();
    expect(world.chosen).toEqual([social]);
    expect(world.registered).toEqual([scriptsOf(social)]);
    expect(calls).toEqual([]);
  });

  it('is put right when registrations were lost, went stale, or belong to nobody', async () => {
    const stray = scriptsOf({ host: 'stray.example', software: 'mastodon' });
    const stale = { ...scriptsOf(other), js: ['an-older-name.js'] };
    const { world, calls, access } = open({ ...settled([social, other]), registered: [stray, stale] });
    await access.reconcile();
    expect(world.registered.toSorted((a, b) => (a.host < b.host ? -1 : 1))).toEqual([
      scriptsOf(other),
      scriptsOf(social),
    ]);
    expect(calls).toEqual([]);
  });

  it('is left alone when all is as it should be', async () => {
    const { world, access } = open(settled([social]));
    const before = world.registered;
    await access.reconcile();
    expect(world.registered).toBe(before);
  });

  it('is put right by the next change when the browser failed at one', async () => {
    const { world, access } = open({ allowed: new Set([social.host]), fails: true });
    await expect(access.wish(social)).rejects.toThrow('the browser failed');
    expect(world.registered).toEqual([]);
    world.fails = false;
    await access.reconcile();
    expect(world.registered).toEqual([scriptsOf(social)]);
  });
});

describe('a page that shows us', () => {
  it('is told to take us away when it is none of ours any more', async () => {
    const { calls, access } = open(settled([social]));
    await access.check('social.example', 1);
    await access.check('x.com', 2);
    await access.check('gone.example', 3);
    expect(calls).toEqual(['off gone.example in 3']);
  });
});

describe('a host', () => {
  it.each(['social.example', 'xn--bcher-kva.example', 'localhost', '[2001:db8::1]'])('may be %s', (host) => {
    expect(v.is(ChosenSiteSchema, { host, software: 'mastodon' })).toBe(true);
  });

  it.each([
    '*',
    '*.example',
    '',
    'social.example/*',
    'social.example:8443',
    'a b',
    'SOCIAL.example',
    '.example',
  ])('may not be a pattern or more than a name: %s', (host) => {
    expect(v.is(ChosenSiteSchema, { host, software: 'mastodon' })).toBe(false);
  });
});
