import { afterAll, beforeAll, expect, it } from 'vitest';
import { untilUsable } from '../../support/accessible.ts';
import { launchProfile } from '../../support/chromium.ts';
import { cardOf } from '../../support/perch.ts';
import { untilBar, visit } from '../../support/site-visit.ts';
import { SITES } from '../../support/sites/hosts.ts';
import { act, anchorOf, openTimelines, type Timelines, TITLE, untilSome } from '../../support/timelines.ts';

const MANY_POSTS = 10_000;
const STEP = 200;
const PATIENCE_MS = 900_000;

let timelines: Timelines;

beforeAll(async () => {
  timelines = await openTimelines();
});
afterAll(() => timelines?.close());

// Side by side, each in a browser of its own: what takes long is the page's work, on one core.
it.concurrent.for(['bluesky', 'phanpy'] as const)(
  'stands among 10,000 posts on %s, which keeps them all mounted',
  { timeout: PATIENCE_MS },
  async (name, { onTestFinished }) => {
    const profile = await launchProfile({ flags: timelines.sites.flags });
    onTestFinished(() => profile.close());
    const { page, complaints } = await visit(profile, SITES[name]);
    await untilBar(page, anchorOf(name));
    // The page takes minutes for them, and the driver waits for no one call that long.
    for (let posts = STEP; posts <= MANY_POSTS; posts += STEP) await act(page, 'growTo', posts);
    await untilSome(page, '[data-perch-live]');
    await act(page, 'prepend', 5);
    await untilBar(page, anchorOf(name));
    await untilUsable(page, cardOf(TITLE));
    expect(complaints).toEqual([]);
  },
);
