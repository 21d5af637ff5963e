import type { RoomServiceClient } from 'livekit-server-sdk';
import * as v from 'valibot';
import { expect } from 'vitest';
import { isOnStage } from '#shared/policy/permissions.ts';
import { JoinSchema, LiveSchema } from '#shared/schema/api.ts';
import type { Role } from '#shared/schema/space.ts';
import { Guest } from '../../../../server/demo/client.ts';
import { knock } from '../../../support/knock.ts';
import { listen } from '../../../support/livekit-clients.ts';
import { mediaKeys, refreshedToken, roomService } from '../../../support/media-keys.ts';
import type { TestServer } from '../../../support/server.ts';
import { LiveTalk, type Member } from '../../../support/stage-live.ts';
import { Rows } from '../../../support/stage-rows.ts';
import { until } from '../../../support/until.ts';
import { type Answer, killDuring, type Moment } from './kill-during.ts';

export const STEPS = ['start', 'promote', 'demote', 'remove', 'end'] as const;
export const VICTIMS = ['server', 'LiveKit'] as const;
export type Step = (typeof STEPS)[number];
export type Victim = (typeof VICTIMS)[number];

export interface Cell {
  step: Step;
  victim: Victim;
  moment: Moment;
}

/** The promise: whatever was killed, after so long everything is right. */
const RIGHT_WITHIN_MS = 15_000;

/** A Space whose host never came is over soon, so that its room can be missed in time. */
export const CRASH_LIMITS = {
  guestsPerMinute: 10_000,
  startsPerMinute: 10_000,
  joinsPerMinute: 10_000,
  gatePerMinute: 100_000,
  requestEveryMs: 0,
  startingMs: 5_000,
};

type Cast = Record<'host' | 'speaker' | 'waiting' | 'listener', Member>;
type Roles = Record<keyof Cast, Role | null>;

const BEFORE: Roles = { host: 'host', speaker: 'speaker', waiting: 'listener', listener: 'listener' };
const NOBODY: Roles = { host: null, speaker: null, waiting: null, listener: null };
const AFTER: Record<Step, Roles> = {
  start: BEFORE,
  promote: { ...BEFORE, waiting: 'speaker' },
  demote: { ...BEFORE, speaker: 'listener' },
  remove: { ...BEFORE, speaker: null },
  end: NOBODY,
};

/** Plays one cell of the matrix: the step, the kill in the midst of it, and a look at all that must be right afterwards. */
export async function playCell(server: TestServer, { step, victim, moment }: Cell): Promise<void> {
  const talk = await LiveTalk.open(server, `${victim} killed, ${step} ${moment}`);
  const cast: Cast = {
    host: talk.host,
    speaker: await talk.speaker('Sol'),
    waiting: await talk.waiting('Wim'),
    listener: await talk.listener('Lea'),
  };
  const starter = await Guest.arrive(server.url, 'Stu');
  const ask = askFor(step, talk, cast, starter);
  const answer = await killDuring({ server: server.url, ...ask }, moment, () => kill(server, victim));
  if (victim === 'server') await server.restart();
  else await server.untilReady();
  const started = step === 'start' ? await arriveAt(answer) : null;
  const rows = new Rows(server.dataDir);
  try {
    await expectRight(
      { server, talk, cast, rows, possible: possibleAfter(step, answer) },
      started?.id ?? null,
    );
  } finally {
    rows.close();
    await Promise.all([talk.close(), started?.leave(starter)]);
  }
}

function askFor(step: Step, talk: LiveTalk, { speaker, waiting }: Cast, starter: Guest) {
  const space = `/v1/spaces/${talk.id}`;
  const on = ({ join }: Member, action: string) => `${space}/people/${join.participantId}/${action}`;
  const { token } = talk.host.guest;
  const body = {};
  if (step === 'start')
    return { path: '/v1/spaces', token: starter.token, body: { title: 'Begun in a storm' } };
  if (step === 'promote') return { path: on(waiting, 'approve'), token, body };
  if (step === 'end') return { path: `${space}/end`, token, body };
  return { path: on(speaker, step), token, body };
}

const kill = (server: TestServer, victim: Victim) =>
  victim === 'server' ? server.kill() : server.killLivekit();

/** Done when it was said to be done, undone when it was refused, either when nothing was said. */
function possibleAfter(step: Step, { outcome }: Answer): Roles[] {
  if (outcome === 'ok') return [AFTER[step]];
  return outcome === 'lost' ? [BEFORE, AFTER[step]] : [BEFORE];
}

/** The host of a Space that was said to be open connects to it. */
async function arriveAt({ outcome, body }: Answer) {
  if (outcome !== 'ok') return null;
  const join = v.parse(JoinSchema, body);
  const line = await listen(join);
  const leave = (starter: Guest) => starter.end(join.space.id).then(() => line.leave());
  return { id: join.space.id, leave };
}

interface Scene {
  server: TestServer;
  talk: LiveTalk;
  cast: Cast;
  rows: Rows;
  possible: Roles[];
}

async function expectRight(scene: Scene, started: string | null): Promise<void> {
  const { server, talk, cast, rows, possible } = scene;
  const wrong = () => whatIsWrong(scene, started).catch((error: unknown) => [String(error)]);
  await until(
    'everything to be right',
    async () => (await wrong()).length === 0,
    RIGHT_WITHIN_MS,
    async () => `\n${(await wrong()).join('\n')}`,
  );
  const roles = rolesOf(rows, talk, cast);
  expect(possible).toContainEqual(roles);
  const ended = roles.host === null;
  expect(rows.bans(talk.id)).toHaveLength(roles.speaker === null && !ended ? 1 : 0);
  for (const [name, { join }] of Object.entries(cast)) {
    const keys = await mediaKeys(server.dataDir);
    const token = await refreshedToken(keys, { identity: join.participantId, room: talk.room });
    const isInside = roles[name as keyof Cast] !== null;
    expect([name, await knock(server.url, token)]).toEqual([name, isInside ? 101 : 401]);
  }
}

async function whatIsWrong(scene: Scene, started: string | null): Promise<string[]> {
  const { server, talk, cast, rows, possible } = scene;
  const livekit = await roomService(server.dataDir);
  const open = rows.openSpaces();
  const rooms = (await livekit.listRooms()).map(({ name }) => name).toSorted();
  const wanted = open.map((id) => `s_${id}_1`).toSorted();
  const roles = JSON.stringify(rolesOf(rows, talk, cast));
  const listed = v.parse(LiveSchema, await (await fetch(`${server.url}/v1/live`)).json());
  const lives = listed.spaces.map(({ id }) => id).toSorted();
  const expected = [...(open.includes(talk.id) ? [talk.id] : []), ...(started ? [started] : [])].toSorted();
  // LiveKit answers a moment before the server knows that it is back, and takes new Spaces.
  const { ok: isReady } = await fetch(`${server.url}/readyz`);
  return [
    ...(isReady ? [] : ['not ready for new Spaces']),
    ...(String(rooms) === String(wanted) ? [] : [`rooms ${rooms}, Spaces ${wanted}`]),
    ...(String(open.toSorted()) === String(expected) ? [] : [`open ${open}, not ${expected}`]),
    ...(String(lives) === String(expected) ? [] : [`listed ${lives}, not ${expected}`]),
    ...(possible.some((each) => JSON.stringify(each) === roles) ? [] : [`roles ${roles}`]),
    ...(open.includes(talk.id) ? await wrongInside(livekit, talk, rows) : []),
  ];
}

/** Everybody of the Space is in its room with the rights of their role, and nobody else. */
async function wrongInside(livekit: RoomServiceClient, talk: LiveTalk, rows: Rows): Promise<string[]> {
  const inside = await livekit.listParticipants(talk.room);
  const seen = new Map(inside.map(({ identity, permission }) => [identity, permission]));
  const known = new Map(rows.inside(talk.id).map(({ id, role }) => [id, role]));
  const ghosts = [...seen.keys()].filter((identity) => !known.has(identity));
  const absent = [...known.keys()].filter((identity) => !seen.has(identity));
  const unlike = [...known].filter(([id, role]) => seen.get(id)?.canPublish !== isOnStage(role));
  return [
    ...ghosts.map((identity) => `${identity} is a ghost`),
    ...absent.map((identity) => `${identity} is not back`),
    ...unlike.map(([identity, role]) => `${identity} (${role}) has other rights`),
  ];
}

function rolesOf(rows: Rows, talk: LiveTalk, cast: Cast): Roles {
  const inside = new Map(rows.inside(talk.id).map(({ id, role }) => [id, role]));
  const roleOf = ({ join }: Member) => inside.get(join.participantId) ?? null;
  const { host, speaker, waiting, listener } = cast;
  return {
    host: roleOf(host),
    speaker: roleOf(speaker),
    waiting: roleOf(waiting),
    listener: roleOf(listener),
  };
}
