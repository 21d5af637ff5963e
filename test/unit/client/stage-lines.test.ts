import { describe, expect, it } from 'vitest';
import type { LineEvents } from '#shared/client/push-line.ts';
import { ServerClient } from '#shared/client/server-client.ts';
import { StageFeed } from '#shared/client/stage-feed.ts';
import { StageLines } from '#shared/client/stage-lines.ts';
import type { ClientMessage } from '#shared/schema/stream.ts';
import { stageAnswerOf, PID, SPACE_A, SPACE_B } from '../../support/fake-flow.ts';

const NOW = 50_000;
const HOME = new ServerClient('https://home.test', () => Promise.reject(new TypeError('not here')));
const AWAY = new ServerClient('https://away.test', () => Promise.reject(new TypeError('not here')));

interface FakeLine extends LineEvents {
  url: string;
  said: ClientMessage[];
  isClosed: boolean;
}

/** Lets what waits for an answer that is there go on. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

function create() {
  const where = { home: HOME };
  const opened: FakeLine[] = [];
  const polled: string[] = [];
  const timers = new Set<() => void>();
  const clock = {
    now: () => NOW,
    setTimeout: (act: () => void) => (timers.add(act), act),
    clearTimeout: (timer: unknown) => void timers.delete(timer as () => void),
    random: () => 0.5,
  };
  const stage = new StageFeed({
    ...clock,
    token: async () => `token of ${lines.server?.url}`,
    fetchStage: async (id) => (polled.push(`${lines.server?.url} ${id}`), stageAnswerOf(PID) as never),
    onChange: () => undefined,
    onReactions: () => undefined,
  });
  const lines: StageLines = new StageLines({
    ...clock,
    stage,
    home: () => where.home,
    openLine(url, events) {
      const line: FakeLine = { ...events, url, said: [], isClosed: false };
      opened.push(line);
      return { send: (text) => line.said.push(JSON.parse(text)), close: () => void (line.isClosed = true) };
    },
  });
  const home: ClientMessage[] = [];
  const greetHome = () => {
    lines.home.attach((message) => home.push(message));
    lines.home.hear({ t: 'welcome', ping: 20, now: NOW - 300 });
  };
  const say = (line: FakeLine, message: object) => line.onText(JSON.stringify(message));
  const greet = (line: FakeLine) => {
    line.onOpen();
    say(line, { t: 'welcome', ping: 20, now: NOW - 7_000 });
  };
  return { lines, stage, where, opened, home, polled, timers, greetHome, greet, say };
}

const { stage: told } = stageAnswerOf(PID);

describe('StageLines', () => {
  it('follows a Space at home on the home server’s own socket', async () => {
    const { lines, stage, opened, home, greetHome } = create();
    greetHome();
    lines.follow(HOME, SPACE_A, PID);
    await settle();
    lines.home.hear({ t: 'stage', stage: told } as never);
    expect(home).toEqual([{ t: 'follow', spaceId: SPACE_A, token: 'token of https://home.test' }]);
    expect(opened).toEqual([]);
    expect(stage.view.stage?.id).toBe(SPACE_A);
  });

  it('opens a socket of its own to another server, without its list, and closes it afterwards', async () => {
    const { lines, stage, opened, home, greetHome, greet, say } = create();
    greetHome();
    lines.follow(AWAY, SPACE_A, PID);
    const [line] = opened;
    greet(line!);
    await settle();
    expect(line!.url).toBe('wss://away.test/v1/stream');
    expect(line!.said).toEqual([
      { t: 'hello', topics: [] },
      { t: 'follow', spaceId: SPACE_A, token: 'token of https://away.test' },
    ]);
    say(line!, { t: 'stage', stage: { ...told, title: 'There' } });
    expect(stage.view.stage?.title).toBe('There');
    lines.follow(null, null, null);
    expect(line!.isClosed).toBe(true);
    expect(home.filter(({ t }) => t === 'follow')).toEqual([{ t: 'follow', spaceId: null }]);
  });

  it('never tells one server of a Space at another, nor who the person is there', async () => {
    const { lines, opened, home, greetHome, greet } = create();
    greetHome();
    lines.follow(HOME, SPACE_A, PID);
    await settle();
    lines.follow(AWAY, SPACE_B, PID);
    greet(opened[0]!);
    // The home socket breaks off and comes back meanwhile.
    lines.home.attach(null);
    greetHome();
    await settle();
    lines.follow(HOME, SPACE_A, PID);
    await settle();
    expect(JSON.stringify(home)).not.toMatch(`${SPACE_B}|away`);
    expect(JSON.stringify(opened.map(({ said }) => said))).not.toMatch(`${SPACE_A}|home`);
    expect(home.at(-1)).toMatchObject({ t: 'follow', spaceId: SPACE_A });
  });

  it('keeps two Spaces with the same id apart', async () => {
    const { lines, stage, opened, greetHome, greet, say } = create();
    greetHome();
    lines.follow(HOME, SPACE_A, PID);
    await settle();
    lines.home.hear({ t: 'stage', stage: { ...told, v: 9 } } as never);
    lines.follow(AWAY, SPACE_A, PID);
    expect(stage.view.stage).toBeNull();
    greet(opened[0]!);
    lines.home.hear({ t: 'stage', stage: { ...told, v: 10, title: 'At home' } } as never);
    say(opened[0]!, { t: 'stage', stage: { ...told, v: 1, title: 'There' } });
    expect(stage.view.stage?.title).toBe('There');
  });

  it('hears nothing more from a socket that it gave up', async () => {
    const { lines, stage, opened, greetHome, greet, say } = create();
    greetHome();
    lines.follow(AWAY, SPACE_A, PID);
    greet(opened[0]!);
    lines.follow(HOME, SPACE_A, PID);
    say(opened[0]!, { t: 'stage', stage: told });
    expect(stage.view.stage).toBeNull();
  });

  it('tells the time of each server by its own clock', () => {
    const { lines, stage, opened, greetHome, greet } = create();
    greetHome();
    expect(lines.skewMs).toBe(300);
    lines.follow(AWAY, SPACE_A, PID);
    greet(opened[0]!);
    expect([lines.skewMs, stage.view.skewMs]).toEqual([300, 7_000]);
    lines.follow(null, null, null);
    expect([lines.skewMs, stage.view.skewMs]).toEqual([300, 300]);
  });

  it('asks that server while its socket is down, and the home server’s polls do not', async () => {
    const { lines, opened, polled, greetHome } = create();
    greetHome();
    lines.follow(AWAY, SPACE_A, PID);
    await settle();
    const before = polled.length;
    await lines.home.poll();
    expect(polled).toHaveLength(before);
    opened[0]!.onClose();
    await settle();
    expect(polled.slice(before)).toEqual([`https://away.test ${SPACE_A}`]);
    expect(polled.every((ask) => ask === `https://away.test ${SPACE_A}`)).toBe(true);
  });

  it('goes on over the home socket when the Space’s server becomes home', async () => {
    const { lines, where, opened, home, greetHome, greet } = create();
    lines.follow(AWAY, SPACE_A, PID);
    greet(opened[0]!);
    where.home = AWAY;
    lines.follow(AWAY, SPACE_A, PID);
    expect(opened[0]!.isClosed).toBe(true);
    greetHome();
    await settle();
    expect(home).toMatchObject([{ t: 'follow', spaceId: SPACE_A }]);
  });
});
