import type { FollowSource } from '#shared/schema/follows.ts';
import type { Outcome } from '#shared/schema/view.ts';
import type { FollowOptions } from '../../extension/entrypoints/options/connect-follows.ts';

export function followSource(handle: string, more: Partial<FollowSource> = {}): FollowSource {
  return {
    id: `bluesky:${handle}`,
    network: 'bluesky',
    handle,
    identity: null,
    isOff: false,
    hasLeave: false,
    state: 'read',
    fault: null,
    count: 312,
    readAt: Date.now() - 5 * 60_000,
    ...more,
  };
}

export interface FakeFollows extends FollowOptions {
  /** What is told from now on. */
  known: FollowSource[];
  calls: [verb: string, ...args: unknown[]][];
  /** What every verb answers. */
  outcome: Outcome | Promise<Outcome>;
}

/** Follows that note what is asked of them. */
export function fakeFollows(known: FollowSource[] = []): FakeFollows {
  const calls: FakeFollows['calls'] = [];
  const verb = (name: string) => async (what: string) => {
    calls.push([name, what]);
    return fake.outcome;
  };
  const fake: FakeFollows = {
    known,
    calls,
    outcome: { fault: null },
    sources: async () => fake.known,
    add: verb('add'),
    readAgain: verb('readAgain'),
    remove: verb('remove'),
  };
  return fake;
}
