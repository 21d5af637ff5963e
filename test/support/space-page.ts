import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { publish } from '../../server/demo/publish.ts';
import { click } from './accessible.ts';
import { Ear } from './sound.ts';
import { tone } from './speaker.ts';
import { Visitor } from './visitor.ts';

export const START = { role: 'button', name: 'Start listening' };

export const PHONE = { width: 390, height: 844, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

/** What went wrong in a page, in its own words, and whom it asked beside its own server. */
export interface Complaints {
  errors: string[];
  strangers: string[];
}

/** Notes from now on all that a page complains about: errors, refusals of its policy, and requests to others. */
export function listenForComplaints(page: Page, server: string): Complaints {
  const complaints: Complaints = { errors: [], strangers: [] };
  page.on('pageerror', (error) => complaints.errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.errors.push(message.text());
  });
  page.on('request', (request) => {
    const { host } = new URL(request.url());
    if (host && host !== new URL(server).host) complaints.strangers.push(request.url());
  });
  return complaints;
}

export interface OpenedSpace {
  page: Page;
  ear: Ear;
  complaints: Complaints;
}

/** Opens the page of a Space, by default on a phone. */
export async function openSpacePage(
  browser: Browser,
  address: string,
  { viewport = PHONE, session }: { viewport?: typeof PHONE; session?: (page: Page) => Promise<unknown> } = {},
): Promise<OpenedSpace> {
  const page = await browser.newPage();
  await page.setViewport(viewport);
  await session?.(page);
  const complaints = listenForComplaints(page, address);
  await page.goto(address);
  return { page, ear: new Ear(await page.createCDPSession()), complaints };
}

/** Opens the page and starts listening; answers once it is heard. */
export async function listenOnPage(browser: Browser, address: string): Promise<OpenedSpace> {
  const opened = await openSpacePage(browser, address);
  await click(opened.page, START);
  await opened.ear.untilHeard();
  return opened;
}

/** Answers the question for the microphone in a browser, as its own settings would. */
export async function setMicrophonePermission(
  session: CDPSession,
  setting: 'granted' | 'denied' | 'prompt',
): Promise<void> {
  await session.send('Browser.setPermission', { permission: { name: 'microphone' }, setting });
}

/** A Space, and somebody who decides in it. */
export interface HostedSpace {
  spaceId: string;
  host: Visitor;
  end(): Promise<void>;
}

const silence = () => ({ sampleRate: 24_000, next: (count: number) => new Int16Array(count) });

/** Hosts without a word, so that whatever is heard comes from another; or with a tone. */
export async function startSpace(
  server: string,
  title: string,
  { aloud = false } = {},
): Promise<HostedSpace> {
  const host = await Visitor.arrive(server, 'Ana Ferreira');
  const join = await host.start({ title });
  const leaving = new AbortController();
  const { ended } = await publish(join, aloud ? tone() : silence(), leaving.signal);
  return {
    spaceId: join.space.id,
    host,
    async end() {
      leaving.abort();
      await host.end(join.space.id);
      await ended;
    },
  };
}
