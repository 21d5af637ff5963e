import { describe, expect, it } from 'vitest';
import { SITES } from '../../support/sites/hosts.ts';
import { onFixtures } from '../../support/sites/on-fixtures.ts';
import { scrollThrough } from '../../support/sites/visit.ts';

const fixtures = onFixtures();
const { count } = fixtures;

describe('Phanpy', () => {
  it('keeps home mounted and visible under other addresses, and scrolls it rather than the page', async () => {
    const page = await fixtures.open(SITES.phanpy);
    await scrollThrough(page);
    expect(await page.evaluate(() => document.documentElement.scrollTop)).toBe(0);
    expect(await page.$eval('#home-page', (home) => home.scrollTop)).toBeGreaterThan(1_000);
    for (const place of ['notifications', 'post'] as const) {
      await page.evaluate((to) => window.fixture.go(to), place);
      const isSeen = await page.$eval('#home-page', (home) => home.checkVisibility());
      expect(isSeen).toBe(true);
      expect(await page.evaluate(() => location.hash)).toMatch(/^#\/.+/);
    }
  });

  it('wraps posts in links and quotes in posts', async () => {
    await fixtures.open(SITES.phanpy);
    const row = '#home-page .timeline-deck > ul.timeline > li > a.status-link.timeline-item';
    expect(await count(`${row} > article.status[data-state-post-id]`)).toBeGreaterThan(5);
    expect(await count('article.status-quote .status-card-container article.status-card')).toBe(1);
  });

  it('has no class for its theme on auto', async () => {
    const page = await fixtures.open(SITES.phanpy);
    const classes = () => page.evaluate(() => document.documentElement.className);
    expect(await classes()).toBe('');
    await page.evaluate(() => window.fixture.theme('dark'));
    expect(await classes()).toBe('is-dark');
  });
});
