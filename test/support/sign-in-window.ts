import type { Page } from 'puppeteer-core';
import { click, untilShown, untilText } from './accessible.ts';
import type { Profile } from './chromium.ts';
import { until } from './until.ts';

/** The window of a sign-in, once it shows a page of this host. */
export async function signInWindow(profile: Profile, host: string): Promise<Page> {
  const target = await until(`a window at ${host}`, async () =>
    profile.browser.targets().find((one) => one.type() !== 'other' && isAt(one.url(), host)),
  );
  return target.asPage();
}

function isAt(url: string, host: string): boolean {
  return URL.canParse(url) && new URL(url).host === host;
}

/** Says in the popup with which Mastodon server, and goes there; the popup may be gone by then. */
export async function goToMastodon(popup: Page, host: string): Promise<void> {
  const field = { role: 'textbox', name: 'Your Mastodon server' };
  await click(popup, field, { times: 3 });
  await popup.keyboard.type(host);
  await click(popup, { role: 'button', name: /^(?:Continue|Try again)$/ });
}

/** The popup with what a sign-in came to: Perch opens it by itself, or a click on the toolbar does. */
export async function newsIn(profile: Profile, page: Page, news: RegExp): Promise<Page> {
  const popup = profile.target('popup.html') ? await profile.openedPopup() : await profile.openPopup(page);
  await untilText(popup, news);
  return popup;
}

export async function openSignIn(profile: Profile, page: Page): Promise<Page> {
  const popup = await profile.openPopup(page);
  await click(popup, { role: 'button', name: 'Sign in' });
  await untilShown(popup, { role: 'button', name: 'Continue' });
  return popup;
}
