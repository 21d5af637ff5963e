import type { Page } from 'puppeteer-core';
import type { Person } from './person.ts';
import type { Screen } from './view.ts';

/** A page that keeps what its policy stops in it, ours and others' alike. */
export interface WatchedPage {
  page: Page;
  /** What was stopped so far: the directive and what it was about. */
  stopped(): Promise<string[]>;
}

/** Runs in the page before anything else. */
function keepViolations(): void {
  const kept: string[] = [];
  Reflect.set(window, 'stopped', kept);
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
    // Firefox itself asks for that.
    if (!blockedURI.endsWith('/favicon.ico'))
      kept.push(`${effectiveDirective} ${blockedURI} ${sample}`.trim());
  });
}

export async function openWatched(person: Person, url: string): Promise<WatchedPage> {
  const page = await person.open('about:blank');
  await page.evaluateOnNewDocument(keepViolations);
  await page.goto(url);
  return { page, stopped: () => page.evaluate(() => Reflect.get(window, 'stopped') as string[]) };
}

/** Asks one of our own pages for an address, by `fetch` or WebSocket; answers whether it got there or what stopped it. */
export function tryFrom(page: Screen, url: string): Promise<unknown> {
  return page.evaluate(`(${attempt})(${JSON.stringify(url)})`);
}

function attempt(url: string): Promise<string> {
  const open = () =>
    new Promise((resolve) => new WebSocket(url).addEventListener('open', resolve, { once: true }));
  return new Promise((resolve) => {
    document.addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective }) => resolve(`stopped by ${effectiveDirective}`),
      { once: true },
    );
    const going = url.startsWith('ws') ? open() : fetch(url);
    going.then(
      () => resolve('arrived'),
      // What is stopped fails as well, and its violation tells why.
      () => undefined,
    );
  });
}
