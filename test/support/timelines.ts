import type { Page } from 'puppeteer-core';
import { inject } from 'vitest';
import { identityKey } from '#shared/schema/identity.ts';
import { launchProfile, type Profile } from './chromium.ts';
import { type House, openHouse } from './house.ts';
import { showIdentity } from './identities.ts';
import { ANA, skyHandle } from './sites/content.ts';
import { chooseSite } from './site-access.ts';
import { MASTODON_DOMAIN, MASTODON_HOST, OWN_HOSTS, type SiteName, SITES } from './sites/hosts.ts';
import { openSites, type Sites } from './sites/serve.ts';
import { type Speaker, startSpeaker } from './speaker.ts';
import { until } from './until.ts';

/** The sites that the manifest names. */
export const FIXED: readonly SiteName[] = ['x', 'bluesky', 'elk', 'phanpy'];
/** Those on hosts that a person has to choose. */
const CHOSEN: readonly SiteName[] = ['mastodon', 'deck', 'glitch', 'oldMastodon'];
export const ALL: readonly SiteName[] = [...FIXED, ...CHOSEN];
export const TITLE = 'Talking above five timelines';

/** The fixture sites, a real server on which Ana is live under her name on each of them, and a browser with Perch. */
export interface Timelines {
  house: House;
  sites: Sites;
  speaker: Speaker;
  profile: Profile;
  /** The address of Ana's Space; a post on every site links to it. */
  link: string;
  close(): Promise<void>;
}

/** `prepare` is done before the browser knows where hosts lead. */
export async function openTimelines(prepare: (sites: Sites) => void = () => undefined): Promise<Timelines> {
  const [house, sites] = await Promise.all([openHouse(), openSites(inject('sitesPath'))]);
  prepare(sites);
  const speaker = await startAna(house, TITLE);
  const link = `http://localhost:${house.server.port}/s/${speaker.spaceId}`;
  sites.link(link);
  const profile = await launchProfile({ flags: sites.flags });
  for (const host of new Set(CHOSEN.map((name) => SITES[name].host))) await choose(profile, host);
  const close = async () => {
    await profile.close();
    await speaker.end();
    await sites.close();
    await house.close();
  };
  return { house, sites, speaker, profile, link, close };
}

/** Ana goes live under her name on each site. */
export function startAna({ server }: House, title: string): Promise<Speaker> {
  return startSpeaker(server.url, title, ANA.name, (token) => {
    for (const identity of IDENTITIES) showIdentity(server, token, identity);
  });
}

/** Goes the person's whole way: a look at the site, the popup's offer, and the browser's leave. */
async function choose(profile: Profile, host: string): Promise<void> {
  const page = await profile.open(`https://${host}/home`);
  await page.waitForSelector('#mastodon');
  await chooseSite(profile, page, host);
  await page.close();
}

const IDENTITIES = [
  {
    network: 'mastodon',
    handle: `@ana@${MASTODON_DOMAIN}`,
    // Elk and Phanpy know people by the server that the reader uses, wherever its domain is.
    keys: [
      identityKey('ap', `ana@${MASTODON_DOMAIN}`),
      identityKey('ap', `https://${MASTODON_HOST}/@ana`),
      ...['glitch.example', 'old.example'].map((host) => identityKey('ap', `ana@${host}`)),
    ],
  },
  {
    network: 'bluesky',
    handle: `@${skyHandle(ANA)}`,
    keys: [identityKey('at', skyHandle(ANA)), identityKey('at', ANA.did)],
  },
  { network: 'x', handle: '@ana', keys: [identityKey('x', 'ana')] },
] as const satisfies (Omit<Parameters<typeof showIdentity>[2], 'keys'> & { keys: string[] })[];

/** By what the pages of all sites know her. */
export const KEYS_OF_ANA: readonly string[] = IDENTITIES.flatMap(({ keys }) => keys);

/** What the harness itself speaks to. */
const OURS = new Set(['localhost', '127.0.0.1']);

/** Hosts that belong neither to the page's own site nor to Perch. */
export function strangersAmong(hosts: Iterable<string>): string[] {
  return [...hosts].filter((host) => !OWN_HOSTS.has(host) && !OURS.has(host));
}

/** The selector of what the bar stands above. Each feed tab of Bluesky has a list of its own. */
export function anchorOf(name: SiteName): string {
  return SITES[name].anchor.replace('="followingFeedPage', '$="FeedPage');
}

/** Does to a fixture page what its `window.fixture` offers. */
export function act(page: Page, deed: string, ...args: unknown[]): Promise<unknown> {
  return page.evaluate(
    (verb, values) => (Reflect.get(window.fixture, verb) as (...all: unknown[]) => unknown)(...values),
    deed,
    args,
  );
}

export function count(page: Page, selector: string): Promise<number> {
  return page.evaluate((wanted) => document.querySelectorAll(wanted).length, selector);
}

export async function untilSome(page: Page, selector: string): Promise<void> {
  await until(selector, async () => (await count(page, selector)) > 0);
}

export async function nextFrames(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))));
}

/** Scrolls whatever scrolls on this site. */
export async function scrollTo(page: Page, top: number): Promise<void> {
  await page.evaluate((to) => {
    const home = document.querySelector('#home-page');
    (home && home.scrollHeight > home.clientHeight ? home : window).scrollTo({ top: to });
  }, top);
}
