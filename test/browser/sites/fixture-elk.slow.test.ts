import { describe, expect, it } from 'vitest';
import { SITES } from '../../support/sites/hosts.ts';
import { onFixtures } from '../../support/sites/on-fixtures.ts';
import { scrollThrough } from '../../support/sites/visit.ts';
import { until } from '../../support/until.ts';

const fixtures = onFixtures();
const { count } = fixtures;

describe('Elk', () => {
  it('shows skeletons first, and then few rows of many, absolutely placed', async () => {
    const page = await fixtures.open(SITES.elk);
    await scrollThrough(page);
    expect(await page.evaluate(() => window.fixture.loaded)).toBe(500);
    expect(await count(SITES.elk.post)).toBeLessThan(25);
    const chain = await page.$eval(SITES.elk.post, (card) => {
      const row = card.parentElement!;
      const sizer = row.parentElement!;
      return [row.style.position, sizer.style.contain, sizer.parentElement!.getAttribute('buffer')];
    });
    expect(chain).toEqual(['absolute', 'size style', '10']);
  });

  it('has a place for the list, but no card, while it loads', async () => {
    const page = await fixtures.open(SITES.elk);
    await page.evaluate(() => window.fixture.hideTimeline());
    expect(await count('main div[buffer]')).toBe(1);
    expect(await count(SITES.elk.post)).toBe(0);
  });

  it('keeps home alive under other pages', async () => {
    const page = await fixtures.open(SITES.elk);
    const root = (await page.$('main div[buffer]'))!;
    await page.evaluate(() => window.fixture.go('notifications'));
    expect(await root.evaluate((list) => list.isConnected)).toBe(false);
    expect(await count(SITES.elk.post)).toBe(1);
    await page.evaluate(() => window.fixture.go('home'));
    expect(await root.evaluate((list) => list.isConnected)).toBe(true);
  });

  it('holds new posts back behind its button', async () => {
    const page = await fixtures.open(SITES.elk);
    await page.evaluate(() => window.fixture.announce(3));
    await page.locator('#elk_show_new_items').click();
    await until('the new posts', () => page.evaluate(() => window.fixture.loaded === 33));
  });
});
