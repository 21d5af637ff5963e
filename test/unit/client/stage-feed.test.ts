import { describe, expect, it } from 'vitest';
import { Fault } from '#shared/client/fault.ts';
import { StageFeed, type StageFeedDeps } from '#shared/client/stage-feed.ts';
import type { Me, ReactionCount, Stage, StageAnswer } from '#shared/schema/stage.ts';
import type { ClientMessage } from '#shared/schema/stream.ts';
import { NO_STAGE } from '#shared/schema/view.ts';
import { ulidOf } from '../../support/people.ts';

const HERE = ulidOf(1);
const ELSEWHERE = ulidOf(2);
const PID = `p_${ulidOf(3)}`;
const NOW = 50_000;

const stageOf = (more: Partial<Stage> = {}): Stage => ({
  id: HERE,
  v: 5,
  at: NOW,
  state: 'live',
  title: 'Repairs',
  identities: [],
  startedAt: 1,
  endReason: null,
  hostLostAt: null,
  speakPolicy: 'invited',
  requestsLocked: false,
  allowAnonymous: true,
  allowGuests: true,
  people: [],
  seatsFree: 12,
  listeners: 1,
  shown: [],
  waiting: 0,
  ...more,
});
const meOf = (more: Partial<Me> = {}): Me => ({
  participantId: PID,
  role: 'listener',
  shown: true,
  request: null,
  invitation: null,
  muted: [],
  ...more,
});

function createFeed(
  answer: () => Promise<StageAnswer> = () => Promise.reject(new Fault('unreachable')),
  idle?: StageFeedDeps['idle'],
) {
  const said: ClientMessage[] = [];
  const reactions: ReactionCount[] = [];
  const timers = new Map<object, { act: () => void; ms: number }>();
  const asked: string[] = [];
  let changes = 0;
  const feed = new StageFeed({
    token: async () => 'secret',
    fetchStage: (spaceId) => (asked.push(spaceId), answer()),
    now: () => NOW,
    setTimeout(act, ms) {
      const timer = {};
      timers.set(timer, { act, ms });
      return timer;
    },
    clearTimeout: (timer) => timers.delete(timer as object),
    onChange: () => (changes += 1),
    onReactions: (items) => reactions.push(...items),
    ...(idle && { idle }),
  });
  const open = () => feed.attach((message) => said.push(message));
  return { feed, said, reactions, timers, asked, open, changes: () => changes };
}

/** Lets what waits for an answer that is there go on. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

async function createFollowing(answer?: () => Promise<StageAnswer>) {
  const made = createFeed(answer);
  made.open();
  made.feed.follow(HERE, PID);
  await settle();
  return made;
}

describe('StageFeed', () => {
  it('follows the Space with the session’s token, and stops when it is left', async () => {
    const { feed, said } = await createFollowing();
    feed.hear({ t: 'stage', stage: stageOf() });
    feed.follow(null, null);
    await settle();
    expect(said).toEqual([
      { t: 'follow', spaceId: HERE, token: 'secret' },
      { t: 'follow', spaceId: null },
    ]);
    expect(feed.view).toEqual(NO_STAGE);
  });

  it('in no Space tells whose end is to be heard of, anew on each socket, and else only what changed', async () => {
    let token: string | null = 'mine';
    let outs = 0;
    const idle = { token: async () => token, onOut: () => void (outs += 1) };
    const { feed, said, open } = createFeed(undefined, idle);
    const tell = async () => {
      await feed.tellIdle();
      await settle();
    };
    await tell();
    expect(said).toEqual([]);
    open();
    await settle();
    await tell();
    feed.attach(null);
    open();
    await settle();
    const mine = { t: 'follow', spaceId: null, token: 'mine' };
    expect(said.splice(0)).toEqual([mine, mine]);
    feed.hear({ t: 'out' });
    expect(outs).toBe(1);
    token = null;
    await tell();
    await tell();
    expect(said.splice(0)).toEqual([{ t: 'follow', spaceId: null }]);
    token = 'mine';
    feed.follow(HERE, PID);
    await settle();
    await tell();
    feed.follow(null, null);
    await settle();
    expect(said).toEqual([{ t: 'follow', spaceId: HERE, token: 'secret' }, mine]);
  });

  it('follows again on a new socket, and for a new participant', async () => {
    const { feed, said, open } = await createFollowing();
    feed.attach(null);
    open();
    await settle();
    feed.follow(HERE, `p_${ulidOf(4)}`);
    await settle();
    feed.follow(HERE, `p_${ulidOf(4)}`);
    await settle();
    expect(said).toHaveLength(3);
  });

  it('forgets what a stopped worker had kept once it is in no Space, or in another', () => {
    for (const spaceId of [null, ELSEWHERE]) {
      const { feed } = createFeed();
      feed.recall({ ...NO_STAGE, stage: stageOf(), me: meOf() });
      feed.follow(spaceId, spaceId && PID);
      expect(feed.view).toEqual(NO_STAGE);
    }
  });

  it('lets an invitation end that a stopped worker had kept', () => {
    const { feed, timers } = createFeed();
    const me = meOf({ invitation: { by: 'Ana', leftMs: 60_000 } });
    feed.recall({ ...NO_STAGE, stage: stageOf(), me, invitedUntil: NOW - 1 });
    for (const { act } of timers.values()) act();
    expect(feed.view).toMatchObject({ me: { invitation: null }, invitedUntil: null });
  });

  it('says nothing on a new socket while in no Space', async () => {
    const { said, open } = createFeed();
    open();
    await settle();
    expect(said).toEqual([]);
  });

  it('keeps what is told of the followed Space, and nothing else', async () => {
    const { feed } = await createFollowing();
    const queue = { requests: [], identities: [], invited: [] };
    feed.hear({ t: 'stage', stage: stageOf() });
    feed.hear({ t: 'me', spaceId: HERE, me: meOf() });
    feed.hear({ t: 'queue', spaceId: HERE, queue });
    feed.hear({ t: 'stage', stage: stageOf({ id: ELSEWHERE, v: 9 }) });
    feed.hear({ t: 'me', spaceId: ELSEWHERE, me: null });
    feed.hear({ t: 'queue', spaceId: ELSEWHERE, queue: null });
    expect(feed.view).toMatchObject({ stage: stageOf(), me: meOf(), queue });
  });

  it('does not go back to an older stage', async () => {
    const { feed } = await createFollowing();
    feed.hear({ t: 'stage', stage: stageOf({ v: 6, waiting: 2 }) });
    feed.hear({ t: 'stage', stage: stageOf({ v: 5 }) });
    expect(feed.view.stage).toMatchObject({ v: 6, waiting: 2 });
    feed.hear({ t: 'stage', stage: stageOf({ v: 6, listeners: 9, waiting: 2 }) });
    expect(feed.view.stage?.listeners).toBe(9);
  });

  it('knows how far the clocks are apart', async () => {
    const { feed } = await createFollowing();
    feed.hear({ t: 'welcome', ping: 20, now: NOW - 7_000 });
    expect(feed.view.skewMs).toBe(7_000);
    feed.follow(null, null);
    expect(feed.view.skewMs).toBe(7_000);
  });

  it('lets an invitation run out by itself', async () => {
    const { feed, timers } = await createFollowing();
    feed.hear({ t: 'me', spaceId: HERE, me: meOf({ invitation: { by: 'Ana', leftMs: 40_000 } }) });
    expect(feed.view.invitedUntil).toBe(NOW + 40_000);
    const [timer] = timers.values();
    expect(timer?.ms).toBe(40_000);
    timer!.act();
    expect(feed.view).toMatchObject({ invitedUntil: null, me: { invitation: null } });
  });

  it('keeps no timer for an invitation that was answered', async () => {
    const { feed, timers } = await createFollowing();
    feed.hear({ t: 'me', spaceId: HERE, me: meOf({ invitation: { by: 'Ana', leftMs: 40_000 } }) });
    feed.hear({ t: 'me', spaceId: HERE, me: meOf({ role: 'speaker' }) });
    expect(timers.size).toBe(0);
    expect(feed.view.invitedUntil).toBeNull();
  });

  it('passes reactions on', async () => {
    const { feed, reactions } = await createFollowing();
    feed.hear({ t: 'reactions', spaceId: HERE, items: [[null, '🔥', 3]] });
    feed.hear({ t: 'reactions', spaceId: ELSEWHERE, items: [[null, '👍', 1]] });
    expect(reactions).toEqual([[null, '🔥', 3]]);
  });

  it('asks while the socket is down, and takes the answer’s clock', async () => {
    const answer = { stage: stageOf({ at: NOW - 300 }), me: meOf(), queue: null, blocked: [], muted: [] };
    const { feed, asked } = createFeed(async () => answer);
    feed.follow(HERE, PID);
    await settle();
    expect(asked).toEqual([HERE]);
    expect(feed.view).toMatchObject({ stage: answer.stage, me: answer.me, skewMs: 300 });
  });

  it('asks after a deed of ours only while the socket is down', async () => {
    const answer = { stage: stageOf(), me: meOf(), queue: null, blocked: [], muted: [] };
    const { feed, asked, open } = createFeed(async () => answer);
    open();
    feed.follow(HERE, PID);
    await feed.catchUp();
    expect(asked).toEqual([]);
    feed.attach(null);
    await feed.catchUp();
    expect(asked).toEqual([HERE]);
  });

  it('keeps what it had when nobody answers', async () => {
    const { feed } = await createFollowing();
    feed.hear({ t: 'stage', stage: stageOf() });
    feed.attach(null);
    await feed.poll();
    expect(feed.view.stage).toEqual(stageOf());
  });

  it('drops an answer that the socket has overtaken', async () => {
    const late = Promise.withResolvers<StageAnswer>();
    const { feed, open } = createFeed(() => late.promise);
    feed.follow(HERE, PID);
    open();
    feed.hear({ t: 'stage', stage: stageOf({ v: 6 }) });
    late.resolve({ stage: stageOf({ v: 6, waiting: 8 }), me: null, queue: null, blocked: [], muted: [] });
    await settle();
    expect(feed.view.stage?.waiting).toBe(0);
  });

  it('remembers whether we were named, also once we are no longer in', async () => {
    const { feed } = await createFollowing();
    expect(feed.wasShown(HERE)).toBeUndefined();
    feed.hear({ t: 'me', spaceId: HERE, me: meOf({ shown: true }) });
    feed.hear({ t: 'me', spaceId: HERE, me: null });
    expect(feed.wasShown(HERE)).toBe(true);
    expect(feed.wasShown(ELSEWHERE)).toBeUndefined();
  });
});
