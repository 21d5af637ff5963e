import { describe, expect, it } from 'vitest';
import { Fault } from '#shared/client/fault.ts';
import { LiveFeed } from '#shared/client/live-feed.ts';
import type { LineEvents } from '#shared/client/push-line.ts';
import { shown } from '#shared/client/live-list.ts';
import type { Live } from '#shared/schema/api.ts';

const ID = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const card = {
  id: ID,
  v: 1,
  title: 'A',
  startedAt: 1,
  stage: [],
  onStage: 1,
  listeners: 0,
  hostLostAt: null,
  keys: '',
};

interface FakeLine extends LineEvents {
  sent: unknown[];
  isClosed: boolean;
}

function createFeed(fetchLive: () => Promise<Live> = async () => ({ rev: 'r0', spaces: [] })) {
  const lines: FakeLine[] = [];
  const rides: string[] = [];
  const timers = new Map<object, { act: () => void; ms: number }>();
  const feed = new LiveFeed({
    openLine(events) {
      const line: FakeLine = { ...events, sent: [], isClosed: false };
      lines.push(line);
      return { send: (text) => line.sent.push(JSON.parse(text)), close: () => (line.isClosed = true) };
    },
    fetchLive,
    rider: {
      attach: (say) => rides.push(say ? 'up' : 'down'),
      hear: ({ t }) => rides.push(t),
      poll: async () => void rides.push('poll'),
    },
    setTimeout(act, ms) {
      const timer = {};
      timers.set(timer, { act, ms });
      return timer;
    },
    clearTimeout: (timer) => timers.delete(timer as object),
    random: () => 0.5,
    onChange: () => undefined,
  });
  const pass = (ms: number) => {
    for (const [timer, { act, ms: due }] of Array.from(timers)) {
      if (due > ms || !timers.delete(timer)) continue;
      act();
    }
  };
  const say = (message: unknown) => lines.at(-1)!.onText(JSON.stringify(message));
  return { feed, lines, pass, say, timers, rides };
}

function createOpenFeed(fetchLive?: () => Promise<Live>) {
  const made = createFeed(fetchLive);
  made.feed.want(true);
  made.lines[0]!.onOpen();
  made.say({ t: 'welcome', ping: 20, now: 0 });
  made.say({ t: 'snap', topic: 'live', rev: 'r1', items: [card] });
  return made;
}

describe('LiveFeed', () => {
  it('greets, takes the snapshot and says that it is fresh', () => {
    const { feed, lines } = createOpenFeed();
    expect(lines[0]!.sent).toEqual([{ t: 'hello', topics: ['live'] }]);
    expect(feed.status).toBe('fresh');
    expect(shown(feed.list)).toEqual([card]);
  });

  it('answers pings and ignores what it does not understand', () => {
    const { lines, say, feed } = createOpenFeed();
    say({ t: 'ping' });
    say({ t: 'something newer' });
    lines[0]!.onText('not json');
    expect(lines[0]!.sent.at(-1)).toEqual({ t: 'pong' });
    expect(feed.status).toBe('fresh');
  });

  it('opens a new line when the old one fell silent for two pings', () => {
    const { lines, pass } = createOpenFeed();
    pass(40_000);
    expect(lines[0]!.isClosed).toBe(true);
    pass(1_000);
    expect(lines).toHaveLength(2);
  });

  it('names what it has when it comes back, unless that was changed since', () => {
    const { lines, pass, say } = createOpenFeed();
    lines[0]!.onClose();
    pass(1_000);
    lines[1]!.onOpen();
    expect(lines[1]!.sent).toEqual([{ t: 'hello', topics: ['live'], have: 'r1' }]);
    say({ t: 'welcome', ping: 20, now: 0 });
    say({ t: 'count', items: [[ID, 3]] });
    lines[1]!.onClose();
    pass(1_000);
    lines[2]!.onOpen();
    expect(lines[2]!.sent).toEqual([{ t: 'hello', topics: ['live'] }]);
  });

  it('polls while the line is down, and keeps the old cards beside the fault', async () => {
    const { feed, lines } = createOpenFeed(async () => {
      throw new Fault('unreachable');
    });
    lines[0]!.onClose();
    await Promise.resolve();
    await Promise.resolve();
    expect(feed).toMatchObject({ status: 'stale', fault: 'unreachable' });
    expect(shown(feed.list)).toEqual([card]);
  });

  it('fetches the list when the server’s sum is another one', async () => {
    const { feed, say } = createOpenFeed(async () => ({ rev: 'r9', spaces: [{ ...card, v: 9 }] }));
    say({ t: 'sum', topic: 'live', n: 2, rev: 'r9' });
    await Promise.resolve();
    await Promise.resolve();
    expect(shown(feed.list)).toEqual([{ ...card, v: 9 }]);
  });

  it('shares its socket: after the greeting, every message, and word when it is down', async () => {
    const { lines, rides } = createOpenFeed();
    lines[0]!.onClose();
    expect(rides).toEqual(['up', 'welcome', 'snap', 'down', 'poll']);
  });

  it('closes the line when nobody looks and nobody listens', () => {
    const { feed, lines, timers } = createOpenFeed();
    feed.want(false);
    expect(lines[0]!.isClosed).toBe(true);
    expect(timers.size).toBe(0);
  });

  it('waits as long as a server that goes down asks for', () => {
    const { say, timers } = createOpenFeed();
    say({ t: 'bye', retryInMs: 3_000 });
    expect([...timers.values()].map(({ ms }) => ms)).toContain(3_000);
  });
});
