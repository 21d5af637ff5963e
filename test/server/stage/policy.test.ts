import { expect, test } from 'vitest';
import { ACTIONS, type Action, may, PERSON_ACTIONS, type Target, TARGETS } from '#shared/policy/policy.ts';
import { type Role, ROLES } from '#shared/schema/space.ts';
import { type CoreApp, openCore, temporaryDir } from '../../support/core-app.ts';
import { Rows } from '../../support/stage-rows.ts';
import { arrive, CROWD, type Outcome, type Somebody, Talk } from '../../support/stage-talk.ts';
import { ASKED_OF, type Cast, castOf, DEEDS } from '../../support/stage-verbs.ts';

/** Who may what to whom, as people are promised it: h host, c co-host, s speaker, l listener. */
const PROMISED = `
                   self  space  host  cohost  speaker  listener
request            l     -      -     -       -        -
answerInvitation   l     -      -     -       -        -
show               l     -      -     -       -        -
react              hcsl  -      -     -       -        -
leaveStage         cs    -      -     -       -        -
report             -     hcsl   hcsl  hcsl    hcsl     hcsl
block              -     -      hcsl  hcsl    hcsl     hcsl
seeQueue           -     hc     -     -       -        -
approve            -     -      -     -       -        hc
dismiss            -     -      -     -       -        hc
invite             -     -      -     -       -        hc
uninvite           -     -      -     -       -        hc
mute               -     -      -     h       hc       -
muteAll            -     hc     -     -       -        -
demote             -     -      -     h       hc       -
remove             -     -      -     h       hc       hc
makeCohost         -     -      -     -       h        -
unmakeCohost       -     -      -     h       -        -
handOver           -     -      -     h       h        -
settings           -     h      -     -       -        -
end                -     h      -     -       -        -`;

/** Deeds that leave nothing in the store. */
const TRACELESS: Action[] = ['react', 'seeQueue'];

function promised(): Map<string, boolean> {
  const [head = [], ...lines] = PROMISED.trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const cells = lines.flatMap(([action, ...who]) =>
    who.flatMap((letters, column) =>
      ROLES.map((role) => [`${role} ${action} ${head[column]}`, letters.includes(role[0]!)] as const),
    ),
  );
  return new Map(cells);
}

const PROMISE = promised();

interface Cell {
  role: Role;
  target: Target;
}

/** Every role with every target; a host has no other host to meet. */
function cellsOf(action: Action): Cell[] {
  const all = ROLES.flatMap((role) => ASKED_OF[action].map((target) => ({ role, target })));
  return all.filter(({ role, target }) => role !== 'host' || target !== 'host');
}

const isPromised = (action: Action, { role, target }: Cell) => PROMISE.get(`${role} ${action} ${target}`)!;

interface Scene {
  talk: Talk;
  cast: Cast;
  rows: Rows;
}

async function scene(core: CoreApp, rows: Rows): Promise<Scene> {
  const talk = await Talk.open(core);
  return { talk, cast: await castOf(talk), rows };
}

async function openScenes(): Promise<() => Promise<Scene>> {
  const dataDir = temporaryDir();
  const core = await openCore({ dataDir, limits: { ...CROWD, cohostsMax: 3 } });
  const rows = new Rows(dataDir);
  return () => scene(core, rows);
}

function doIt({ talk, cast }: Scene, action: Action, { role, target }: Cell): Promise<Outcome> {
  const actor = cast[role][0];
  return DEEDS[action](talk, actor, personFor(cast, actor, target));
}

function personFor(cast: Cast, actor: Somebody, target: Target): Somebody | null {
  if (target === 'space') return null;
  if (target === 'self') return actor;
  return cast[target].find((one) => one !== actor)!;
}

test('the policy is what people are promised, for every role, action and target', () => {
  const combinations = ROLES.flatMap((role) =>
    ACTIONS.flatMap((action) => TARGETS.map((target) => ({ role, action, target }))),
  );
  const wrong = combinations.filter(
    ({ role, action, target }) => may(role, action, target) !== PROMISE.get(`${role} ${action} ${target}`),
  );
  expect(wrong).toEqual([]);
  expect(PROMISE.size).toBe(ROLES.length * ACTIONS.length * TARGETS.length);
});

test.each(ACTIONS)('%s is refused to whom it is not promised, and changes nothing', async (action) => {
  const stage = await (await openScenes())();
  const before = stage.rows.whole();
  const wrong: unknown[] = [];
  for (const cell of cellsOf(action).filter((each) => !isPromised(action, each))) {
    const outcome = await doIt(stage, action, cell);
    if (outcome !== 'forbidden') wrong.push([cell, outcome]);
    if (stage.rows.whole() !== before) wrong.push([cell, 'changed the store']);
  }
  expect(wrong).toEqual([]);
});

test.each(ACTIONS)('%s is done for whom it is promised', async (action) => {
  const next = await openScenes();
  const wrong: unknown[] = [];
  for (const cell of cellsOf(action).filter((each) => isPromised(action, each))) {
    const stage = await next();
    const before = stage.rows.whole();
    const outcome = await doIt(stage, action, cell);
    if (outcome !== 'ok') wrong.push([cell, outcome]);
    if (!TRACELESS.includes(action) && stage.rows.whole() === before) wrong.push([cell, 'changed nothing']);
    await stage.talk.post(stage.talk.host, 'end');
  }
  expect(wrong).toEqual([]);
});

/** What somebody without a place in the Space is told. */
const OUTSIDE: Partial<Record<Action, Outcome>> = { seeQueue: 'forbidden', report: 'ok', block: 'ok' };

async function outsiders(talk: Talk): Promise<Record<string, Somebody>> {
  const [left, removed] = [await talk.speaker('Lev'), await talk.speaker('Rem')];
  await talk.post(left, 'leave');
  await talk.act(talk.host, 'remove', removed);
  return { stranger: await arrive(talk.core, 'Nil'), left, removed };
}

test('who is not in the Space can do nothing in it', async () => {
  const stage = await (await openScenes())();
  const out = await outsiders(stage.talk);
  const wrong: unknown[] = [];
  for (const [name, who] of Object.entries(out)) {
    for (const action of ACTIONS) {
      const before = stage.rows.whole();
      const outcome = await DEEDS[action](stage.talk, who, stage.cast.listener[0]);
      const expected = OUTSIDE[action] ?? 'not_in_space';
      if (outcome !== expected) wrong.push([name, action, outcome]);
      if (expected !== 'ok' && stage.rows.whole() !== before) wrong.push([name, action, 'changed the store']);
    }
  }
  expect(wrong).toEqual([]);
});

test.each([null, { token: 'sps_of_nobody' }])('without a session nothing is done', async (nobody) => {
  const stage = await (await openScenes())();
  const before = stage.rows.whole();
  for (const action of ACTIONS) {
    const outcome = await DEEDS[action](stage.talk, nobody, stage.cast.speaker[0]);
    expect([action, outcome]).toEqual([action, action === 'seeQueue' ? 'forbidden' : 'unauthenticated']);
  }
  expect(stage.rows.whole()).toBe(before);
});

const PERSON_WORDS = Object.keys(PERSON_ACTIONS) as (keyof typeof PERSON_ACTIONS)[];

test.each(PERSON_WORDS)('%s of somebody who is not there finds nobody, whoever asks', async (word) => {
  const next = await openScenes();
  const [stage, elsewhere] = [await next(), await next()];
  const { left, removed } = await outsiders(stage.talk);
  const before = stage.rows.whole();
  const pids = [
    left!.pid,
    removed!.pid,
    elsewhere.cast.listener[0].pid,
    'p_01ARZ3NDEKTSV4RRFFQ69G5FAV',
    'p_1',
  ];
  for (const role of ROLES) {
    for (const pid of pids) {
      expect([role, pid, await stage.talk.act(stage.cast[role][0], word, { pid })]).toEqual([
        role,
        pid,
        'not_found',
      ]);
    }
  }
  expect(stage.rows.whole()).toBe(before);
});

test('the host account sets and ends also from outside, and nothing more', async () => {
  const { talk, cast } = await (await openScenes())();
  await talk.post(talk.host, 'leave');
  for (const action of ACTIONS.filter((each) => !['settings', 'end'].includes(each))) {
    const expected = OUTSIDE[action] ?? 'not_in_space';
    expect([action, await DEEDS[action](talk, talk.host, cast.speaker[0])]).toEqual([action, expected]);
  }
  expect(await DEEDS.settings(talk, talk.host, null)).toBe('ok');
  expect(await DEEDS.end(talk, talk.host, null)).toBe('ok');
});

test('after the end, and in a Space that never was, no verb does anything', async () => {
  const stage = await (await openScenes())();
  const { talk, cast } = stage;
  const nowhere = new Talk(talk.core, '01ARZ3NDEKTSV4RRFFQ69G5FAV', talk.host);
  await talk.post(talk.host, 'end');
  const before = stage.rows.whole();
  const verbs = ACTIONS.filter((each) => !['seeQueue', 'report', 'block', 'end'].includes(each));
  for (const action of verbs) {
    for (const role of ROLES) {
      const [actor, on] = [cast[role][0], cast.listener[1]];
      expect([action, role, await DEEDS[action](talk, actor, on)]).toEqual([action, role, 'space_ended']);
      expect([action, role, await DEEDS[action](nowhere, actor, on)]).toEqual([action, role, 'not_found']);
    }
  }
  expect(stage.rows.whole()).toBe(before);
});
