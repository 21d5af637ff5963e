import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { click, untilShown, untilUsable } from '../../support/accessible.ts';
import { keepInExtension } from '../../support/extension-storage.ts';
import { cardOf, joinFromBar, leaveEverything } from '../../support/perch.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { untilBar, visit, type Visit } from '../../support/site-visit.ts';
import { strangeSpaceId } from '../../support/sites/content.ts';
import { LIARS, SITES, SPACES_URL } from '../../support/sites/hosts.ts';
import { type Speaker, startSpeaker } from '../../support/speaker.ts';
import { Ear } from '../../support/sound.ts';
import { anchorOf, openTimelines, type Timelines, TITLE, untilSome } from '../../support/timelines.ts';
import { until } from '../../support/until.ts';

const ABROAD = 'Heard from another server';
const SILENT = Object.entries(LIARS).filter(([name]) => name !== 'markup');
const anchor = anchorOf('bluesky');

let timelines: Timelines;
let abroad: TestServer;
let speaker: Speaker;
let here: Visit;
let page: Page;

beforeAll(async () => {
  [timelines, abroad] = await Promise.all([openTimelines(), startServer({ env: { TRUST_PROXY: '1' } })]);
  speaker = await startSpeaker(abroad.url, ABROAD, 'Chidi Okeke');
  timelines.sites.proxySpaces(abroad.url);
  const servers = [SPACES_URL, ...Object.values(LIARS).map((host) => `https://${host}`)];
  await keepInExtension(timelines.profile, 'servers', servers);
});
afterAll(async () => {
  await timelines?.close();
  await speaker?.end();
  await abroad?.stop();
});
afterEach(async () => {
  await page.close();
  expect(here.complaints).toEqual([]);
});

const open = async (...links: string[]) => {
  timelines.sites.link(...links);
  here = await visit(timelines.profile, SITES.bluesky);
  ({ page } = here);
  await untilBar(page, anchor);
};

/** Posts that link to a host, and how many cards of ours they hold. */
const cardsInPostsWith = (host: string) =>
  page.evaluate((to) => {
    const links = [...document.querySelectorAll('a')].filter(({ href }) =>
      decodeURIComponent(href).includes(`//${to}/s/`),
    );
    const posts = new Set(links.map((link) => link.closest('[data-testid^="feedItem-by-"]')));
    const cards = [...posts].reduce((sum, post) => sum + post!.querySelectorAll('perch-card').length, 0);
    return { posts: posts.size, cards };
  }, host);

it('a Space of another server that the person has added is heard from its card', async () => {
  await open(`${SPACES_URL}/s/${speaker.spaceId}`);
  const card = { role: 'region', name: ABROAD };
  await untilShown(page, card);
  await untilUsable(page, { role: 'button', name: 'Start listening' });
  await click(page, { role: 'button', name: 'Start listening' });
  const ear = new Ear(await timelines.profile.mediaHost());
  await ear.untilHeard();
  await untilShown(page, { role: 'region', name: 'Now playing' });
  await leaveEverything(timelines.profile);
});

it.each(SILENT)('a server that is %s gets no card, and keeps nobody else from theirs', async (_, host) => {
  await open(`https://${host}/s/${strangeSpaceId(1)}`, timelines.link);
  await untilShown(page, { role: 'region', name: TITLE });
  const asked = () =>
    timelines.sites.requests().some(({ host: to, path }) => to === host && path.startsWith('/v1/spaces/'));
  await until('the server to be asked', async () => asked());
  // The bar goes on working while it does whatever it does.
  await joinFromBar(timelines.profile, page, TITLE);
  await leaveEverything(timelines.profile);
  expect(await cardsInPostsWith(host)).toEqual({ posts: expect.toSatisfy((n: number) => n > 0), cards: 0 });
  expect((await cardsInPostsWith(new URL(timelines.link).host)).cards).toBeGreaterThan(0);
});

it('a server that answers with markup is shown as the text that it sent', async () => {
  await open(`https://${LIARS.markup}/s/${strangeSpaceId(2)}`);
  await untilSome(page, 'perch-card');
  await untilShown(page, { role: 'region', name: /<img/ });
  expect(await page.evaluate(() => Reflect.get(window, 'pwned'))).toBeUndefined();
  await untilUsable(page, cardOf(TITLE));
});
