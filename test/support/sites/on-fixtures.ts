import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { launchPlain, type PlainBrowser } from '../chromium.ts';
import { strangeSpaceId } from './content.ts';
import { type SiteAddress, SPACES_URL } from './hosts.ts';
import { openSites, type Sites } from './serve.ts';
import { type Visit, visitHome } from './visit.ts';

/** The Space that a post links to on each fixture site; it does not exist. */
export const SPACE = `${SPACES_URL}/s/${strangeSpaceId(5)}`;

export interface OnFixtures {
  readonly sites: Sites;
  readonly browser: Browser;
  open(site: SiteAddress, query?: string): Promise<Page>;
  /** Lets the pages that are open have asked strangers and complained of it. */
  forgive(): void;
  /** How many elements the page opened last has for a selector. */
  count(selector: string): Promise<number>;
}

/** A browser without the extension for the tests of a file; after each no page may have complained or asked a stranger. */
export function onFixtures(): OnFixtures {
  let sites: Sites;
  let plain: PlainBrowser;
  const visits: Visit[] = [];

  beforeAll(async () => {
    sites = await openSites(inject('sitesPath'));
    sites.link(SPACE);
    plain = await launchPlain({ flags: sites.flags });
  });
  afterEach(async () => {
    for (const { page, complaints, strangers } of visits.splice(0)) {
      await page.close();
      expect(complaints).toEqual([]);
      expect(strangers).toEqual([]);
    }
  });
  afterAll(async () => {
    await plain?.close();
    await sites?.close();
  });

  return {
    get sites() {
      return sites;
    },
    get browser() {
      return plain.browser;
    },
    async open(site, query) {
      const visit = await visitHome(plain.browser, site, query);
      visits.push(visit);
      return visit.page;
    },
    forgive() {
      for (const { complaints, strangers } of visits) {
        complaints.length = 0;
        strangers.length = 0;
      }
    },
    count: (selector) => visits.at(-1)!.page.$$eval(selector, (found) => found.length),
  };
}
