import { describe, expect, it } from 'vitest';
import { SITES } from '../../support/sites/hosts.ts';
import { onFixtures } from '../../support/sites/on-fixtures.ts';
import { scrollThrough } from '../../support/sites/visit.ts';
import { until } from '../../support/until.ts';

const fixtures = onFixtures();
const { count } = fixtures;

describe('Mastodon', () => {
  it('stands its single header outside of the column', async () => {
    await fixtures.open(SITES.mastodon);
    expect(await count('#tabs-bar__portal > .column-header__wrapper .icon-home')).toBe(1);
    expect(await count('.column .column-header__wrapper')).toBe(0);
  });

  it.each([
    ['mastodon', 'article .status__wrapper'],
    ['glitch', 'article > .status:not([data-id])'],
  ] as const)('swaps posts of %s off screen for stubs', async (name, stub) => {
    const page = await fixtures.open(SITES[name]);
    await scrollThrough(page);
    await until('most posts to be stubs', async () => (await count('.status[data-id]')) < 40);
    expect(await count('article[data-id]')).toBe(500);
    expect(await count(stub)).toBeGreaterThan(400);
    const first = await page.$eval('article[data-id]', (article) => [
      article.style.opacity,
      article.getBoundingClientRect().height > 50,
    ]);
    expect(first).toEqual(['0', true]);
  });

  it('names authors by path, glitch by their own address and attributes', async () => {
    await fixtures.open(SITES.mastodon);
    expect(await count('a.status__display-name[href="/@ana"][title="@ana"]')).toBeGreaterThan(0);
    expect(await count('[data-status-by], [data-avatar-of]')).toBe(0);
    await fixtures.open(SITES.glitch);
    const local = '.status__wrapper[data-status-by="@ana"]';
    expect(await count(`${local} a[href="https://glitch.example/@ana"][title="@ana"]`)).toBeGreaterThan(0);
    expect(await count(`${local} .account__avatar[data-avatar-of="@ana"]`)).toBeGreaterThan(0);
  });

  it('has two Home columns in its deck, where things may shrink', async () => {
    const page = await fixtures.open(SITES.deck);
    expect(await count('.column:has(> .column-header__wrapper .icon-home) > .scrollable')).toBe(2);
    const height = await page.evaluate(() => {
      const probe = document.createElement('x-probe');
      probe.style.cssText = 'display:block;height:48px;overflow:hidden';
      document
        .querySelector('.column .icon-home')!
        .closest('.column')!
        .querySelector('.scrollable')!
        .prepend(probe);
      const { height: measured } = probe.getBoundingClientRect();
      probe.remove();
      return measured;
    });
    expect(height).toBeLessThan(48);
    await page.evaluate(() => window.fixture.go('notifications'));
    expect(await count('.column:has(> .column-header__wrapper .icon-home)')).toBe(1);
  });

  it('kept banners inside its list once, and stands them above now', async () => {
    await fixtures.open(SITES.oldMastodon);
    expect(await count('.item-list > .dismissable-banner')).toBe(1);
    expect(await count('a.status__display-name[title="ana"]')).toBeGreaterThan(0);
    await fixtures.open(SITES.mastodon);
    expect(await count('.scrollable > .dismissable-banner:first-child')).toBe(1);
  });

  it('stays with the post that is read when others arrive above', async () => {
    const page = await fixtures.open(SITES.mastodon);
    await page.evaluate(() => scrollTo({ top: 900, behavior: 'instant' }));
    const read = (await page.$('article:nth-of-type(6)'))!;
    const top = () => read.evaluate((article) => Math.round(article.getBoundingClientRect().top));
    const before = await top();
    await page.evaluate(() => window.fixture.prepend(4));
    expect(Math.abs((await top()) - before)).toBeLessThan(3);
  });
});
