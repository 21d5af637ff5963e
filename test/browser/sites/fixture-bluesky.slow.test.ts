import { describe, expect, it } from 'vitest';
import { SITES } from '../../support/sites/hosts.ts';
import { onFixtures, SPACE } from '../../support/sites/on-fixtures.ts';
import { scrollThrough } from '../../support/sites/visit.ts';
import { until } from '../../support/until.ts';

const fixtures = onFixtures();
const { count } = fixtures;

describe('Bluesky', () => {
  const LIST = '[data-testid="followingFeedPage-feed-flatlist"] > div:nth-child(2) > div';

  it('begins its list with a probe and the composer', async () => {
    const page = await fixtures.open(SITES.bluesky);
    const rows = await page.$$eval(`${LIST} > *`, (found) =>
      found
        .slice(0, 3)
        .map((row) => [
          getComputedStyle(row).position,
          Math.round(row.getBoundingClientRect().height),
          row.querySelector('[data-testid^="feedItem-by-"]') !== null,
        ]),
    );
    expect(rows[0]).toEqual(['absolute', 0, false]);
    expect(rows[1]!.slice(1)).toEqual([66, false]);
    expect(rows[2]![2]).toBe(true);
  });

  it('keeps every row and every screen, seen or not', async () => {
    const page = await fixtures.open(SITES.bluesky);
    await scrollThrough(page);
    expect(await count(`${LIST} [data-testid^="feedItem-by-"]`)).toBe(500);
    await page.evaluate(() => window.fixture.go('notifications'));
    const home = await page.$eval('[data-testid="HomeScreen"]', (screen) => screen.checkVisibility());
    expect(home).toBe(false);
    expect(await count('[data-testid="notificationsScreen"]')).toBe(1);
    await page.goBack();
    await page.waitForSelector('[data-testid="HomeScreen"]', { visible: true });
    expect(await count('[data-testid="notificationsScreen"]')).toBe(1);
  });

  it('has a list for each feed, one of them seen', async () => {
    const page = await fixtures.open(SITES.bluesky);
    const seen = () =>
      page.$$eval('[data-testid$="FeedPage-feed-flatlist"]', (lists) =>
        lists.map((list) => list.checkVisibility()),
      );
    expect(await seen()).toEqual([true, false]);
    await page.evaluate(() => window.fixture.tab(1));
    await until('the other feed', async () => (await seen()).join() === 'false,true');
  });

  it('tells an author in the address of the avatar, if there is one', async () => {
    const page = await fixtures.open(SITES.bluesky);
    const avatar = '[data-testid="feedItem-by-ana.sky.example"] [data-testid="userAvatarImage"] img';
    expect(await page.$eval(avatar, (image) => image.src)).toMatch(/\/plain\/did:plc:[a-z2-7]{24}\//);
    expect(
      await count('[data-testid="feedItem-by-emre.sky.example"] [data-testid="userAvatarFallback"]'),
    ).toBe(1);
  });

  it('sends outward links by its own way, and keeps its card plain', async () => {
    await fixtures.open(SITES.bluesky);
    const card = `[data-testid="contentHider-post"] > a[role="link"][href="${SPACE}"]`;
    expect(await count(card)).toBe(1);
    const proxied = `https://go.bsky.app/redirect?u=${encodeURIComponent(SPACE)}`;
    expect(await count(`[data-testid="postText"] a[href="${proxied}"]`)).toBeGreaterThan(0);
  });
});
