import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { click, untilGone, untilShown } from '../support/accessible.ts';
import { launchProfile, type Profile } from '../support/chromium.ts';
import { type House, openHouse } from '../support/house.ts';
import { host, PLAYER } from '../support/perch.ts';
import { until } from '../support/until.ts';

let house: House;
let profile: Profile;
let popup: Page;

beforeAll(async () => {
  [house, profile] = await Promise.all([openHouse(), launchProfile()]);
  const page = await profile.open(house.timeline);
  popup = await host(profile, page, 'Without a mouse', 'Ana');
});
afterAll(async () => {
  await profile?.close();
  await house?.close();
});

const focused = () =>
  popup.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
  );
const untilFocused = (name: string) =>
  until(`the focus on "${name}"`, async () => (await focused()) === name);
/** Presses Escape; a press that nobody takes closes the popup. */
async function escape(): Promise<'ours' | "the popup's"> {
  await popup.evaluate(() =>
    addEventListener('keydown', (event) => Object.assign(window, { lastKey: event }), {
      capture: true,
      once: true,
    }),
  );
  await popup.keyboard.press('Escape');
  const isTaken = await popup.evaluate(() => Reflect.get(window, 'lastKey').defaultPrevented === true);
  return isTaken ? 'ours' : "the popup's";
}
const END = { role: 'button', name: 'End Space' };
const QUESTION = { role: 'alertdialog', name: 'End this Space for everyone?' };
const BACK = { role: 'button', name: 'Back' };

describe('Escape', () => {
  it('closes a question alone, and the focus is where it was', async () => {
    await click(popup, END);
    await untilShown(popup, QUESTION);
    await untilFocused('Keep it going');
    expect(await escape()).toBe('ours');
    await untilGone(popup, QUESTION);
    await untilFocused('End Space');
  });

  it('keeps the focus in a question, whichever way it goes', async () => {
    await click(popup, END);
    await untilFocused('Keep it going');
    const isInside = () =>
      popup.evaluate(
        () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
      );
    for (let presses = 0; presses < 4; presses++) {
      await popup.keyboard.press('Tab');
      expect(await isInside()).toBe(true);
    }
    expect(await escape()).toBe('ours');
    await untilGone(popup, QUESTION);
  });

  it('leads back from a page to what opened it', async () => {
    await untilFocused('End Space');
    await popup.focus('[data-opens="people"]');
    await popup.keyboard.press('Enter');
    await untilShown(popup, BACK);
    await untilFocused('People');
    expect(await escape()).toBe('ours');
    await untilShown(popup, PLAYER);
    await untilFocused('People');
  });

  it('closes a tray of emojis alone', async () => {
    await click(popup, { role: 'button', name: 'React' });
    await untilShown(popup, { role: 'toolbar', name: 'Reactions' });
    await untilFocused('💜');
    await popup.keyboard.press('ArrowRight');
    await untilFocused('😂');
    expect(await escape()).toBe('ours');
    await untilGone(popup, { role: 'toolbar', name: 'Reactions' });
    await untilFocused('React');
  });

  it('is left to the popup when nothing lies over it', async () => {
    expect(await escape()).toBe("the popup's");
  });
});
