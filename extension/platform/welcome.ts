import { browser } from 'wxt/browser';

/** Opens the page that shows a person around. */
export async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: '/welcome.html' });
}
