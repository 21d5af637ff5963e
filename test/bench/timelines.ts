import type { Browser, Page } from 'puppeteer-core';
import { identityKey } from '#shared/schema/identity.ts';
import { findBrowser } from '../../server/demo/browser.ts';
import { freePort } from '../../server/media/ports-in-use.ts';
import { buildExtension } from '../support/browser-setup.ts';
import { launchProfile, launchPlain } from '../support/chromium.ts';
import { showIdentity } from '../support/identities.ts';
import { startServer } from '../support/server.ts';
import { buildSites } from '../support/sites/build-sites.ts';
import { ANA, skyHandle } from '../support/sites/content.ts';
import { MASTODON_DOMAIN, MASTODON_HOST, type SiteAddress, SITES } from '../support/sites/hosts.ts';
import { openSites } from '../support/sites/serve.ts';
import { startSpeaker } from '../support/speaker.ts';
import { say } from './say.ts';

const OUTPUT = '.output/bench';
const TITLE = 'Talking above your timeline';

/** The timelines that Perch knows by their hosts; it needs nobody's leave there. */
export const KNOWN: Readonly<Record<string, SiteAddress>> = {
  x: SITES.x,
  bluesky: SITES.bluesky,
  elk: SITES.elk,
  phanpy: SITES.phanpy,
};

/** Two browsers before the same timelines, one with Perch and one without, while somebody in them is live. */
export interface Course {
  perch: Browser;
  bare: Browser;
}

const IDENTITIES = [
  { network: 'x', handle: '@ana', keys: [identityKey('x', ANA.user)] },
  {
    network: 'bluesky',
    handle: `@${skyHandle(ANA)}`,
    keys: [identityKey('at', skyHandle(ANA)), identityKey('at', ANA.did)],
  },
  {
    network: 'mastodon',
    handle: `@ana@${MASTODON_DOMAIN}`,
    keys: [identityKey('ap', `ana@${MASTODON_DOMAIN}`), identityKey('ap', `https://${MASTODON_HOST}/@ana`)],
  },
] as const;

export async function onTimelines<T>(act: (course: Course) => Promise<T>): Promise<T> {
  const browserPath = await findBrowser(say);
  const [port, sitesPath] = await Promise.all([freePort(), buildSites()]);
  const extensionPath = await buildExtension(port, OUTPUT);
  const [server, sites] = await Promise.all([startServer({ port }), openSites(sitesPath)]);
  const speaker = await startSpeaker(server.url, TITLE, ANA.name, (token) => {
    for (const identity of IDENTITIES) showIdentity(server, token, { ...identity, keys: [...identity.keys] });
  });
  sites.link(`http://localhost:${port}/s/${speaker.spaceId}`);
  const [perch, bare] = await Promise.all([
    launchProfile({ browserPath, extensionPath, flags: sites.flags }),
    launchPlain({ flags: sites.flags, browserPath }),
  ]);
  try {
    return await act({ perch: perch.browser, bare: bare.browser });
  } finally {
    await Promise.all([perch.close(), bare.close()]);
    await speaker.end();
    await sites.close();
    await server.stop();
  }
}

/** Opens a home timeline and waits until all that will be in it before a scroll is. */
export async function settle(browser: Browser, site: SiteAddress, hasPerch: boolean): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(site.home);
  await page.waitForSelector(site.post);
  const ours = hasPerch ? ['perch-bar', '[data-perch-live]', 'perch-card'] : [];
  for (const selector of ours) await page.waitForSelector(selector);
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  return page;
}
