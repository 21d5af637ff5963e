import { describe, expect, it } from 'vitest';
import { SITES } from '../../support/sites/hosts.ts';
import { onFixtures, SPACE } from '../../support/sites/on-fixtures.ts';
import { scrollThrough, scrollToTop } from '../../support/sites/visit.ts';
import { until } from '../../support/until.ts';

const fixtures = onFixtures();
const { count } = fixtures;

const CELL = '[data-testid="cellInnerDiv"]';

describe('X', () => {
  it('holds only the rows near the window, absolutely placed, and makes them anew', async () => {
    const page = await fixtures.open(SITES.x);
    const first = (await page.$(CELL))!;
    expect(await first.evaluate((cell) => getComputedStyle(cell).position)).toBe('absolute');
    await scrollThrough(page);
    expect(await page.evaluate(() => window.fixture.loaded)).toBe(500);
    expect(await count(CELL)).toBeLessThan(40);
    expect(await first.evaluate((cell) => cell.isConnected)).toBe(false);
    await scrollToTop(page);
    await page.waitForSelector(`${CELL}[style*="translateY(0px)"]`);
    expect(await first.evaluate((cell) => cell.isConnected)).toBe(false);
  });

  it('gives a row to another post with `?recycle`', async () => {
    const page = await fixtures.open(SITES.x, 'recycle');
    const first = (await page.$(CELL))!;
    const author = () =>
      first.evaluate((cell) => cell.querySelector('[data-testid="User-Name"] a')!.getAttribute('href'));
    const before = await author();
    await scrollThrough(page);
    expect(await first.evaluate((cell) => cell.isConnected)).toBe(true);
    expect(await author()).not.toBe(before);
  });

  it('swaps the content of the last child for a spinner on the first visit to a tab', async () => {
    const page = await fixtures.open(SITES.x);
    const anchor = (await page.$(SITES.x.anchor))!;
    const kept = await page.evaluate(async () => {
      window.fixture.tab(1);
      await new Promise(requestAnimationFrame);
      return document.querySelector('[data-testid="primaryColumn"] [role="progressbar"]') !== null;
    });
    expect(kept).toBe(true);
    await page.waitForSelector(SITES.x.post);
    expect(await anchor.evaluate((last) => last.isConnected)).toBe(true);
  });

  it('keeps home under the address of its dialog', async () => {
    const page = await fixtures.open(SITES.x);
    const column = (await page.$('[data-testid="primaryColumn"]'))!;
    await page.evaluate(() => window.fixture.openModal());
    expect(await page.evaluate(() => location.pathname)).toBe('/compose/post');
    expect(await column.evaluate((one) => one.isConnected)).toBe(true);
    await page.evaluate(() => window.fixture.closeModal());
    await until('home', () => page.evaluate(() => location.pathname === '/home'));
  });

  it('shortens a link so that its text tells the whole of it', async () => {
    const page = await fixtures.open(SITES.x);
    const texts = await page.$$eval('[data-testid="tweetText"] a[href^="https://t.co/"]', (links) =>
      links.map((link) => link.textContent),
    );
    expect(texts).toContain(`${SPACE}…`);
  });
});
