import type { Browser, Page } from 'puppeteer-core';
import { click, fill, untilShown } from '../accessible.ts';
import { until } from '../until.ts';
import type { AtprotoPerson } from './dev-env.ts';

const PASSWORD = { role: 'textbox', name: 'Password' };
const SIGN_IN = { role: 'button', name: 'Sign in' };
const ALLOW = { role: 'button', name: 'Authorize' };
const DENY = { role: 'button', name: /^(Deny access|Deny|Cancel)$/ };

interface Answer {
  /** Says no to the consent. */
  deny?: boolean;
}

/** Signs in at the person's PDS and consents there, on a page that shows its first page already. */
export async function consentOn(
  page: Page,
  person: AtprotoPerson,
  { deny = false }: Answer = {},
): Promise<void> {
  await fill(page, PASSWORD, person.password);
  await click(page, SIGN_IN);
  await untilShown(page, ALLOW);
  await click(page, deny ? DENY : ALLOW);
}

/** The same in a window of its own, for a callback at which nobody listens: answers the query with which it would be opened. */
export async function consentAlone(
  browser: Browser,
  url: string,
  person: AtprotoPerson,
  answer?: Answer,
): Promise<URLSearchParams> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  let cameBack: URL | undefined;
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const asked = new URL(request.url());
    if (asked.pathname !== '/auth/back/bluesky') return void request.continue();
    cameBack = asked;
    void request.respond({ status: 204 });
  });
  await page.goto(url);
  await consentOn(page, person, answer);
  const back = await until('the browser to be sent back', async () => cameBack);
  await context.close();
  return back.searchParams;
}
