import type { Page } from 'puppeteer-core';
import { click, fillAnew, untilShown, untilText } from './accessible.ts';
import type { Person } from './person.ts';
import { until } from './until.ts';
import type { Screen } from './view.ts';

/** The window of a sign-in, once it shows a page of this host. */
export async function signInWindow(person: Person, host: string): Promise<Page> {
  const target = await until(`a window at ${host}`, async () =>
    person.browser.targets().find((one) => one.type() !== 'other' && isAt(one.url(), host)),
  );
  return target.asPage();
}

function isAt(url: string, host: string): boolean {
  return URL.canParse(url) && new URL(url).host === host;
}

/** Says in the popup with which Mastodon server, and goes there; the popup may be gone by then. */
export async function goToMastodon(popup: Screen, host: string): Promise<void> {
  await fillAnew(popup, { role: 'textbox', name: 'Your Mastodon server' }, host);
  await click(popup, { role: 'button', name: /^(?:Continue|Try again)$/ });
}

/** The popup with what a sign-in came to: Perch opens it by itself, or a click on the toolbar does. */
export async function newsIn<Own extends Screen>(
  person: Person<Own>,
  page: Page,
  news: RegExp,
): Promise<Own> {
  const popup = (await person.popup()) ?? (await person.openPopup(page));
  await untilText(popup, news);
  return popup;
}

export async function openSignIn<Own extends Screen>(person: Person<Own>, page: Page): Promise<Own> {
  const popup = await person.openPopup(page);
  await click(popup, { role: 'button', name: 'Sign in' });
  await untilShown(popup, { role: 'button', name: 'Continue' });
  return popup;
}
