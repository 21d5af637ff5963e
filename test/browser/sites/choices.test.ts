import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BAR_AS_IT_COMES, type BarSettings } from '#shared/schema/view.ts';
import { click, untilShown } from '../../support/accessible.ts';
import { keepInExtension } from '../../support/extension-storage.ts';
import { barIn, untilBar, untilNoBar, visit } from '../../support/site-visit.ts';
import { SITES } from '../../support/sites/hosts.ts';
import { anchorOf, count, openTimelines, type Timelines, untilSome } from '../../support/timelines.ts';
import { until } from '../../support/until.ts';

const MENU = { role: 'button', name: 'Bar options' };
const anchor = anchorOf('phanpy');

let timelines: Timelines;
let page: Page;

const choose = (change: Partial<BarSettings>) =>
  keepInExtension(timelines.profile, 'bar', { ...BAR_AS_IT_COMES, ...change });
const choice = (name: string) => ({ role: 'menuitem', name });
const untilHigh = (px: number) =>
  until(`a bar of ${px} px`, async () => (await barIn(page, anchor)).height === px);

beforeAll(async () => {
  timelines = await openTimelines();
});
afterAll(() => timelines?.close());

describe('what a person decides about the bar', () => {
  beforeEach(async () => {
    ({ page } = await visit(timelines.profile, SITES.phanpy));
    await untilBar(page, anchor);
  });
  afterEach(async () => {
    await choose({});
    await page.close();
  });

  it('collapses it to a line, and brings it back with one press', async () => {
    await click(page, MENU);
    await click(page, choice('Collapse the bar'));
    await untilHigh(33);
    await click(page, { role: 'button', name: '1 Space is live. Show the bar' });
    await untilHigh(76);
  });

  it('hides it for today, everywhere, and leaves rings and cards', async () => {
    await click(page, MENU);
    await click(page, choice('Hide for today'));
    await untilNoBar(page);
    const other = await visit(timelines.profile, SITES.elk);
    await untilSome(other.page, '[data-perch-live]');
    expect(await count(other.page, 'perch-bar')).toBe(0);
    await other.page.close();
    expect(await count(page, 'perch-card')).toBeGreaterThan(0);
  });

  it('hides it on this site alone', async () => {
    await click(page, MENU);
    await click(page, choice('Hide on this site'));
    await untilNoBar(page);
    const other = await visit(timelines.profile, SITES.elk);
    await untilBar(other.page, anchorOf('elk'));
    await other.page.close();
  });

  it('opens the preview of a ring also where the bar is hidden, and leaves nothing afterwards', async () => {
    await choose({ hiddenOn: [SITES.phanpy.host] });
    await untilNoBar(page);
    await (await page.waitForSelector('[data-perch-live]'))!.click();
    await untilShown(page, { role: 'button', name: 'Start listening' });
    expect(await count(page, 'perch-bar')).toBe(1);
    await page.keyboard.press('Escape');
    await untilNoBar(page);
  });

  it('leaves no trace in the page of a site that is switched off, and comes back without a reload', async () => {
    await choose({ offOn: [SITES.phanpy.host] });
    await until('nothing of ours', async () => (await count(page, 'perch-bar, perch-card')) === 0);
    const marks = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) =>
          element.getAttributeNames().some((name) => name.includes('perch')),
        ).length,
    );
    expect(marks).toBe(0);
    await choose({});
    await untilBar(page, anchor);
    await untilSome(page, '[data-perch-live]');
  });
});
