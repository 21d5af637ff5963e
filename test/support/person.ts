import type { Browser, Page } from 'puppeteer-core';
import type { Ear } from './sound.ts';
import type { Screen } from './view.ts';

/** One person's browser with the production build of Perch in it, whichever browser that is. */
export interface Person<Own extends Screen = Screen> {
  readonly browser: Browser;
  /** The address of one of the extension's own pages. */
  address(path: string): string;
  open(url: string): Promise<Page>;
  /** One of the extension's own pages in a tab. */
  openOwn(path: string): Promise<Own>;
  /** A true click on the toolbar icon over this page; answers the popup that it opens, after closing one that is open. */
  openPopup(page: Page): Promise<Own>;
  /** The popup while one is open. */
  popup(): Promise<Own | null>;
  closePopup(): Promise<void>;
  /** Where this person speaks, once that is open: the popup over this page, or a window of its own. */
  stage(page: Page): Promise<Own>;
  /** At the media host, once it stands. */
  listen(): Promise<Ear>;
  /** Ends the extension's background at once, as the browser does with one that idles. */
  endBackground(page: Page): Promise<void>;
  close(): Promise<void>;
}
