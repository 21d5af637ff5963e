import type { Page } from 'puppeteer-core';
import { serveGallery } from '../screens/serve-gallery.ts';
import { show, type Showing } from '../screens/shoot.ts';
import { openShadows } from './axe.ts';
import { launchPlain } from './chromium.ts';

/** All views in all their states, one at a time in a page whose closed shadow roots can be looked into. */
export interface Gallery {
  page: Page;
  show(what: Omit<Showing, 'origin'>): Promise<void>;
  close(): Promise<void>;
}

export async function openGallery(): Promise<Gallery> {
  const [gallery, plain] = await Promise.all([serveGallery(), launchPlain()]);
  const page = await plain.browser.newPage();
  await openShadows(page);
  return {
    page,
    show: (what) => show(page, { ...what, origin: gallery.origin }),
    async close() {
      await plain.close();
      await gallery.close();
    },
  };
}
