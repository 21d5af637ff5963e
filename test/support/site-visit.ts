import type { ConsoleMessage, Page } from 'puppeteer-core';
import { untilShown, type Wanted } from './accessible.ts';
import { accessibility } from './chromium-view.ts';
import type { Profile } from './chromium.ts';
import { BAR } from './perch.ts';
import type { SiteAddress } from './sites/hosts.ts';
import { until } from './until.ts';

/** One page of a fixture site, with what went wrong in it. */
export interface Visit {
  page: Page;
  /** Errors and warnings of the page's own framework, and of the browser about it. */
  complaints: string[];
  /** Hosts that the page or anything in it asked for. */
  hosts: Set<string>;
}

/** What Chromium says of every page here: the certificate of the harness is nobody's. */
const OF_THE_HARNESS = /certificate|favicon/i;

export async function visit(
  profile: Profile,
  { home }: Pick<SiteAddress, 'home'>,
  path = home,
): Promise<Visit> {
  const page = await profile.browser.newPage();
  const complaints: string[] = [];
  const hosts = new Set<string>();
  const note = (message: ConsoleMessage) => {
    const isBad = message.type() === 'error' || message.type() === 'warn';
    if (isBad && !OF_THE_HARNESS.test(message.text())) complaints.push(message.text());
  };
  page.on('console', note);
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol)) hosts.add(hostname);
  });
  await page.goto(path);
  return { page, complaints, hosts };
}

/** Where the bar is: how many there are, and whether a person could see one right above the site's anchor. */
export function barIn(
  page: Page,
  anchor: string,
): Promise<{ count: number; isPlaced: boolean; height: number }> {
  return page.evaluate((selector) => {
    const bars = [...document.querySelectorAll<HTMLElement>('perch-bar')];
    const bar = bars[0];
    const near = [...document.querySelectorAll(selector)].find(
      (element) => element !== bar && element.checkVisibility(),
    );
    const rect = bar?.getBoundingClientRect();
    const isSeen = bar?.checkVisibility() === true && rect!.width > 200;
    // In the anchor, or before it or one of the elements that it is in.
    const isNear =
      near !== undefined &&
      bar !== undefined &&
      (bar.parentElement === near || bar.nextElementSibling?.contains(near) === true);
    return { count: bars.length, isPlaced: isSeen && isNear, height: rect?.height ?? 0 };
  }, anchor);
}

export async function untilBar(page: Page, anchor: string): Promise<void> {
  await until('the bar above the timeline', async () => {
    const { count, isPlaced } = await barIn(page, anchor);
    return count === 1 && isPlaced;
  });
}

export async function untilNoBar(page: Page): Promise<void> {
  await until('no bar', () => page.evaluate(() => document.querySelector('perch-bar') === null));
}

/** The colours that a person sees: of the bar, and of the page behind it. */
export interface Colours {
  bar: string;
  text: string;
  page: string;
}

/** Read as a browser's own tools do, past the closed root. */
export async function coloursOf(page: Page, region: Wanted = BAR): Promise<Colours> {
  const session = await accessibility(page);
  const { backendDOMNodeId: backendNodeId } = await untilShown(page, region);
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: backendNodeId! });
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId!,
    functionDeclaration: String(function readColours(this: Element): Colours {
      const root = this.getRootNode() as ShadowRoot;
      let behind: Element | null = root.host.parentElement;
      while (behind && /rgba\(.*, 0\)|transparent/.test(getComputedStyle(behind).backgroundColor)) {
        behind = behind.parentElement;
      }
      const paper = getComputedStyle(this.parentElement!);
      const page_ = behind ? getComputedStyle(behind).backgroundColor : 'rgb(255, 255, 255)';
      return { bar: paper.backgroundColor, text: paper.color, page: page_ };
    }),
    returnByValue: true,
  });
  return result.value as Colours;
}
