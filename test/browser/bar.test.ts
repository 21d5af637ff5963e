import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  click,
  find,
  middleOf,
  property,
  untilGone,
  untilShown,
  untilUsable,
} from '../support/accessible.ts';
import { launchProfile, type Profile } from '../support/chromium.ts';
import { type House, openHouse } from '../support/house.ts';
import { SILENT_WITHIN_MS } from '../support/patience.ts';
import { BAR, cardOf, joinFromBar, LEAVE, leaveEverything, PLAYER } from '../support/perch.ts';
import { type Speaker, startSpeaker } from '../support/speaker.ts';
import { until } from '../support/until.ts';

const TITLE = 'Tones above the timeline';
const PREVIEW = { role: 'dialog', name: TITLE };

let house: House;
let speaker: Speaker;
let profile: Profile;
let page: Page;

beforeAll(async () => {
  house = await openHouse();
  [speaker, profile] = await Promise.all([startSpeaker(house.server.url, TITLE), launchProfile()]);
});
afterAll(async () => {
  await profile?.close();
  await speaker?.end();
  await house?.close();
});

const isAboveTimeline = () =>
  page.evaluate(() => {
    const bar = document.querySelector('perch-bar');
    return bar?.nextElementSibling?.getAttribute('data-testid') === 'timeline';
  });
const barCount = () => page.evaluate(() => document.querySelectorAll('perch-bar').length);
const untilThere = () => until('the bar above the timeline', isAboveTimeline);

describe('the bar', () => {
  beforeEach(async () => {
    page = await profile.open(house.timeline);
    await untilUsable(page, cardOf(TITLE));
  });
  afterEach(async () => {
    await leaveEverything(profile);
    await page.close();
  });

  it('is heard after the card and "Start listening", and then shows the player', async () => {
    await joinFromBar(profile, page, TITLE);
    await untilShown(page, PLAYER);
    await untilShown(page, { role: 'slider', name: 'Space volume' });
  });

  it('is silent soon after Leave', async () => {
    const ear = await joinFromBar(profile, page, TITLE);
    await untilShown(page, LEAVE);
    expect(await ear.soundAfter(() => click(page, LEAVE))).toBeLessThan(SILENT_WITHIN_MS);
  });

  it('stands above the home timeline alone, also after the column was re-mounted', async () => {
    await untilThere();
    await page.click('a[href="/demo/notifications"]');
    await untilGone(page, BAR);
    expect(await barCount()).toBe(0);
    await page.click('.rail a[href="/demo/timeline"]');
    await untilThere();
    await click(page, { role: 'tab', name: 'Following' });
    await untilThere();
    expect(await barCount()).toBe(1);
  });

  it('leaves the posts alone while they scroll', async () => {
    await page.evaluate(async () => {
      for (let y = 0; y < 30_000; y += 1_500) {
        scrollTo(0, y);
        await new Promise(requestAnimationFrame);
      }
      scrollTo(0, 0);
    });
    await untilThere();
    expect(await page.$$eval('article[data-testid="post"]', (posts) => posts.length)).toBeGreaterThan(3);
  });

  it('keeps its keys from the page', async () => {
    await click(page, cardOf(TITLE));
    await untilShown(page, PREVIEW);
    await page.keyboard.press('j');
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('ARTICLE');
    await page.keyboard.press('Escape');
    await untilGone(page, PREVIEW);
  });

  it('can be joined with the keyboard alone', async () => {
    await page.evaluate(() => document.querySelector<HTMLElement>('[role="tab"]:last-of-type')?.focus());
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('perch-bar');
    // The focus may have scrolled it, which it sees with the next frame; until it stood still it says that it takes no keys.
    await page.evaluate(
      () => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))),
    );
    await untilUsable(page, cardOf(TITLE));
    await page.keyboard.press('Enter');
    await untilShown(page, PREVIEW);
  });
});

describe('the bar on a hostile page', () => {
  beforeEach(async () => {
    page = await profile.browser.newPage();
    await page.evaluateOnNewDocument(spyOnShadowRoots);
    await page.goto(house.timeline);
    await untilUsable(page, cardOf(TITLE));
  });
  afterEach(() => page.close());

  it('shows the page nothing of what it holds', async () => {
    const seen = await page.evaluate(() => {
      const bar = document.querySelector('perch-bar');
      return {
        root: bar?.shadowRoot,
        children: bar?.childNodes.length,
        text: bar?.textContent,
        frames: window.length,
        spied: Reflect.get(window, 'spied'),
      };
    });
    expect(seen).toEqual({ root: null, children: 0, text: '', frames: 0, spied: 0 });
  });

  it('does nothing on clicks that the page makes up', async () => {
    const { x, y } = await middleOf(page, await untilUsable(page, cardOf(TITLE)));
    await page.evaluate(clickByScript, x, y);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect(await find(page, PREVIEW)).toBeNull();
    expect((await house.space(speaker.spaceId)).listeners).toBe(0);
  });

  it.each([
    ['nearly transparent', 'opacity: .01'],
    ['inside a fading page', ''],
  ])('refuses a real click while it is %s', async (_, style) => {
    const { x, y } = await middleOf(page, await untilUsable(page, cardOf(TITLE)));
    await page.evaluate(dim, style);
    await page.mouse.click(x, y);
    expect(await find(page, PREVIEW)).toBeNull();
    await page.evaluate(undim);
    await click(page, cardOf(TITLE));
    await untilShown(page, PREVIEW);
  });

  it('tells assistive technology while it refuses', async () => {
    const { x, y } = await middleOf(page, await untilUsable(page, cardOf(TITLE)));
    await page.evaluate(dim, 'opacity: .01');
    await page.mouse.move(x, y);
    await page.mouse.click(x, y);
    await until('the card to be disabled', async () => {
      const card = await find(page, cardOf(TITLE));
      return card !== null && property(card, 'disabled') === true;
    });
  });

  it('refuses a click that the page lets through from above', async () => {
    const { x, y } = await middleOf(page, await untilUsable(page, cardOf(TITLE)));
    await page.evaluate(coverWithBait);
    await page.mouse.click(x, y);
    expect(await find(page, PREVIEW)).toBeNull();
  });
});

function spyOnShadowRoots(): void {
  Reflect.set(window, 'spied', 0);
  const original = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function spy(init) {
    Reflect.set(window, 'spied', Reflect.get(window, 'spied') + 1);
    return original.call(this, { ...init, mode: 'open' });
  };
}

function clickByScript(x: number, y: number): void {
  const bar = document.querySelector<HTMLElement>('perch-bar')!;
  bar.click();
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
    const event = new MouseEvent(type, { bubbles: true, composed: true, clientX: x, clientY: y, detail: 1 });
    document.elementFromPoint(x, y)?.dispatchEvent(event);
  }
  bar.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
}

function dim(style: string): void {
  if (style === '') document.body.style.opacity = '.05';
  // The attribute itself would be stopped by the page's policy.
  else {
    document.querySelector<HTMLElement>('perch-bar')!.style.cssText =
      `all: initial; display: block; height: 76px; ${style}`;
  }
}

function undim(): void {
  document.body.style.opacity = '';
  document.querySelector<HTMLElement>('perch-bar')!.style.opacity = '';
}

function coverWithBait(): void {
  const bait = document.createElement('div');
  Object.assign(bait.style, { position: 'fixed', inset: '0', background: 'white', zIndex: '99999' });
  document.body.append(bait);
}
