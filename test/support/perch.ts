import type { Page } from 'puppeteer-core';
import { click, find, untilShown } from './accessible.ts';
import type { Profile } from './chromium.ts';
import { Ear } from './sound.ts';
import { until } from './until.ts';

/** The names by which people and tests find things (English). */
export const LEAVE = { role: 'button', name: 'Leave' };
export const PLAYER = { role: 'region', name: 'Now playing' };
export const BAR = { role: 'region', name: 'Live Spaces' };
export const MICROPHONE = { role: 'button', name: 'Microphone' };

export const rowOf = (title: string) => ({ role: 'button', name: `Start listening: ${title}` });
export const cardOf = (title: string) => ({ role: 'button', name: new RegExp(`^${title}`) });

/** Joins from the popup with one click and waits for the sound. */
export async function joinFromPopup(
  profile: Profile,
  page: Page,
  title: string,
): Promise<{ popup: Page; ear: Ear }> {
  const popup = await profile.openPopup(page);
  await click(popup, rowOf(title));
  const ear = new Ear(await profile.mediaHost());
  await ear.untilHeard();
  return { popup, ear };
}

/** Joins from the bar: the card, then the preview's button. */
export async function joinFromBar(profile: Profile, page: Page, title: string): Promise<Ear> {
  await click(page, cardOf(title));
  await untilShown(page, { role: 'dialog', name: title });
  await click(page, { role: 'button', name: 'Start listening' });
  const ear = new Ear(await profile.mediaHost());
  await ear.untilHeard();
  return ear;
}

/** Leaves wherever the profile is, so that the next test begins outside. */
export async function leaveEverything(profile: Profile): Promise<void> {
  const page = await profile.open(profile.address('popup.html'));
  await until('the popup to know where it is', async () => {
    if (await find(page, LEAVE)) await click(page, LEAVE);
    return (await find(page, PLAYER)) === null;
  });
  await page.close();
}
