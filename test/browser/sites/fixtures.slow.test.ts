import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { type SiteAddress, SITES } from '../../support/sites/hosts.ts';
import { onFixtures, SPACE } from '../../support/sites/on-fixtures.ts';
import { scrollThrough } from '../../support/sites/visit.ts';
import { until } from '../../support/until.ts';

const POSTS = 500;

const fixtures = onFixtures();

const pathOf = (page: Page) => page.evaluate(() => location.pathname + location.hash);
/** twitter.com is x.com under its old name. */
const { twitter: _twitter, ...EACH } = SITES;

describe.each(Object.entries(EACH))('the fixture of %s', (_name, site: SiteAddress) => {
  it('handles its hotkeys on the document', async () => {
    const page = await fixtures.open(site);
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('n');
    await page.waitForSelector('[role="dialog"] textarea');
    expect(await page.evaluate(() => window.fixture.keys)).toEqual(['j', 'k', 'n']);
    await page.keyboard.press('Escape');
    await page.waitForSelector('[role="dialog"] textarea', { hidden: true });
    expect(await fixtures.count(site.post)).toBeGreaterThan(3);
  });

  it('opens a post by click, and shows the timeline again on the way back', async () => {
    const page = await fixtures.open(site);
    const home = await pathOf(page);
    const text =
      '[data-testid="tweetText"], .status__content p, [data-testid="postText"], .content-rich p, article .content p';
    await page.locator(text).click();
    await until('the post to be opened', async () => (await pathOf(page)) !== home);
    expect(await page.evaluate(() => window.fixture.opened.length)).toBe(1);
    await page.goBack();
    await until('home again', async () => (await pathOf(page)) === home);
    await page.waitForSelector(site.anchor);
  });

  it('goes to other screens without loading anew', async () => {
    const page = await fixtures.open(site);
    await page.evaluate(() => Reflect.set(window, 'stays', true));
    for (const place of ['notifications', 'profile', 'post', 'home'] as const) {
      const before = await pathOf(page);
      await page.evaluate((to) => window.fixture.go(to), place);
      await until(place, async () => (await pathOf(page)) !== before);
    }
    await page.waitForSelector(site.anchor, { visible: site.folder !== 'bluesky' });
    expect(await page.evaluate(() => Reflect.get(window, 'stays'))).toBe(true);
  });

  it('replaces the anchor and its parent in one task', async () => {
    const page = await fixtures.open(site);
    const isReplaced = await page.evaluate(async (selector) => {
      const anchor = document.querySelector(selector)!;
      const parent = anchor.parentElement!;
      const isLast = new Promise<boolean>((resolve) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          const now = document.querySelector(selector);
          resolve(now !== null && now !== anchor && !anchor.isConnected && !parent.isConnected);
        };
        channel.port2.postMessage(null);
      });
      window.fixture.replaceColumn();
      return isLast;
    }, site.anchor);
    expect(isReplaced).toBe(true);
  });

  it('stands being taken down, hidden and rewritten', async () => {
    const page = await fixtures.open(site);
    await page.evaluate(() => window.fixture.remount());
    await page.waitForSelector(site.post);
    await page.evaluate(() => window.fixture.hideTimeline());
    await page.waitForSelector(site.timeline, { hidden: true });
    await page.evaluate(() => window.fixture.showTimeline());
    await page.waitForSelector(site.timeline);
    const old = await page.evaluateHandle(() => document.body);
    await page.evaluate(() => window.fixture.rewrite());
    expect(await old.evaluate((body) => body.isConnected)).toBe(false);
    await page.waitForSelector(site.post);
  });

  it('loads on while it is scrolled, and takes new posts at the top', async () => {
    const page = await fixtures.open(site);
    await scrollThrough(page);
    expect(await page.evaluate(() => window.fixture.loaded)).toBe(POSTS);
    await page.evaluate(() => window.fixture.prepend(3));
    expect(await page.evaluate(() => window.fixture.loaded)).toBe(POSTS + 3);
  });

  it('says that the theme changed in its own way, and in all of its themes', async () => {
    const page = await fixtures.open(site);
    const looks = new Set<string>();
    for (const theme of site.themes) {
      await page.evaluate((name) => window.fixture.theme(name), theme);
      looks.add(
        await page.evaluate(() => {
          const { documentElement: root, body } = document;
          const tint = document.querySelector('meta[name="theme-color"]')?.getAttribute('content');
          return [
            root.className,
            root.dataset.colorScheme,
            body.className,
            body.style.backgroundColor,
            tint,
          ].join();
        }),
      );
    }
    expect(looks.size).toBe(site.themes.length);
  });

  it('shows a link to a Space in its own way, with its own card', async () => {
    const page = await fixtures.open(site);
    const links = await page.$$eval(site.post, (posts) =>
      posts
        .flatMap((post) => [...post.querySelectorAll<HTMLAnchorElement>('a[target="_blank"]')])
        .map((link) => link.href),
    );
    const expected = site.folder === 'x' ? /^https:\/\/t\.co\// : new RegExp(`^${SPACE}$`);
    expect(links.filter((href) => expected.test(href)).length).toBeGreaterThan(0);
  });

  it('shows nothing for ever with `?empty`', async () => {
    const page = await fixtures.browser.newPage();
    await page.goto(`${site.home}?empty`);
    await page.waitForFunction(() => window.fixture);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect(await page.$(site.timeline)).toBeNull();
    await page.close();
  });
});
