import type { Page } from 'puppeteer-core';
import { click, fill, find, property, untilGone, untilShown, untilText } from './accessible.ts';
import type { Person } from './person.ts';
import type { Ear } from './sound.ts';
import { until } from './until.ts';
import type { Screen } from './view.ts';

/** The names by which people and tests find things (English). */
export const LEAVE = { role: 'button', name: 'Leave' };
export const PLAYER = { role: 'region', name: 'Now playing' };
export const BAR = { role: 'region', name: 'Live Spaces' };
export const MICROPHONE = { role: 'button', name: 'Microphone' };

export const rowOf = (title: string) => ({ role: 'button', name: `Start listening: ${title}` });
export const cardOf = (title: string) => ({ role: 'button', name: new RegExp(`^${title}`) });

/** Joins from the popup with one click and waits for the sound. */
export async function joinFromPopup<Own extends Screen>(
  profile: Person<Own>,
  page: Page,
  title: string,
): Promise<{ popup: Own; ear: Ear }> {
  const popup = await profile.openPopup(page);
  await click(popup, rowOf(title));
  const ear = await profile.listen();
  await ear.untilHeard();
  return { popup, ear };
}

/** Joins from the bar: the card, then the preview's button. */
export async function joinFromBar(profile: Person, page: Page, title: string): Promise<Ear> {
  await click(page, cardOf(title));
  await untilShown(page, { role: 'dialog', name: title });
  await click(page, { role: 'button', name: 'Start listening' });
  const ear = await profile.listen();
  await ear.untilHeard();
  return ear;
}

/** Hosts from the popup with the microphone off; answers the popup with the player. */
export async function host<Own extends Screen>(
  profile: Person<Own>,
  page: Page,
  title: string,
  name?: string,
): Promise<Own> {
  const popup = await profile.openPopup(page);
  await click(popup, { role: 'button', name: 'Host a Space' });
  await fill(popup, { role: 'textbox', name: 'Name your Space' }, title);
  if (name) await fill(popup, { role: 'textbox', name: 'Your name' }, name);
  await click(popup, { role: 'button', name: 'Start your Space' });
  await untilShown(popup, MICROPHONE);
  return popup;
}

/** Hosts from the popup and unmutes; Chromium's fake microphone beeps about twice a second. */
export async function hostAloud<Own extends Screen>(
  profile: Person<Own>,
  page: Page,
  title: string,
  name?: string,
): Promise<Own> {
  const popup = await host(profile, page, title, name);
  await turnMicrophone(popup, true);
  return popup;
}

export async function isMicrophoneOn(popup: Screen): Promise<boolean> {
  return property(await untilShown(popup, MICROPHONE), 'pressed') === 'true';
}

export async function turnMicrophone(popup: Screen, on: boolean): Promise<void> {
  await click(popup, MICROPHONE);
  await until(`the microphone to be ${on ? 'on' : 'off'}`, async () => (await isMicrophoneOn(popup)) === on);
}

/** Ends the Space for everybody. */
export async function endSpace(popup: Screen): Promise<void> {
  await click(popup, { role: 'button', name: 'End Space' });
  await untilText(popup, /End this Space for everyone\?/);
  await click(popup, { role: 'button', name: 'End for everyone' });
  await untilGone(popup, PLAYER);
}

/** In one go with finding it: a Space that ends meanwhile takes the button away. */
const pressLeave = (page: Screen) =>
  page.evaluate(`[...document.querySelectorAll('button')]
    .find((one) => (one.ariaLabel ?? one.textContent) === '${LEAVE.name}')?.click()`);

/** Leaves wherever the profile is, so that the next test begins outside. */
export async function leaveEverything(profile: Person): Promise<void> {
  const page = await profile.openOwn('popup.html');
  await untilShown(page, { role: 'button', name: 'Host a Space' });
  await until('the profile to be out', async () => {
    await pressLeave(page);
    return (await find(page, PLAYER)) === null;
  });
  await page.close();
}
