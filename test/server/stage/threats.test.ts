import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '#shared/schema/limits.ts';
import { REACTIONS } from '#shared/schema/stage.ts';
import type { MediaEvent } from '../../../server/spaces/ports.ts';
import { openCore, problemOf, temporaryDir } from '../../support/core-app.ts';
import { brokenRules, differences } from '../../support/stage-invariants.ts';
import { Rows } from '../../support/stage-rows.ts';
import { serveStream, StreamClient } from '../../support/stream-client.ts';
import { arrive, CROWD, must, outcomeOf, type Somebody, Talk } from '../../support/stage-talk.ts';

/**
 * The threats to a Space and the tests that hold them, for those that are held elsewhere. Nothing holds what is not built:
 * addresses that a server is made to fetch (identities), TURN, recordings, Redis and Postgres, private Spaces.
 */
const HELD: [threat: string, file: string, test: string][] = [
  ['kicked user reconnects', 'media/stage.test.ts', 'who was removed is cut off'],
  [
    'kicked user reconnects, 10,000 times',
    'stage/threats-livekit.slow.test.ts',
    'ten thousand replayed tokens',
  ],
  ['demoted speaker replays the token', 'stage/threats-livekit.test.ts', 'who was moved off the stage'],
  ['bypass of the gate', 'stage/threats-livekit.test.ts', 'who comes in past the gate is out'],
  ['bypass of the gate, from outside', 'stage/threats-livekit.test.ts', 'LiveKit is not to be reached'],
  ['stolen join token', 'media/gate.test.ts', 'refuses a token that has run out'],
  ['stolen join token, in the log', 'hostile-input.test.ts', 'no token reaches the log'],
  ['forged or replayed webhook', 'media/webhooks.test.ts', 'refuses a foreign signature'],
  ['doubled webhook', 'reconcile.test.ts', 'a doubled event changes nothing'],
  ['webhook disorder', 'reconcile.test.ts', 'events in any order, doubled or lost'],
  ['webhook storm', 'stage/threats-livekit.test.ts', 'five thousand webhooks in a second'],
  ['role escalation', 'stage/policy.test.ts', 'is refused to whom it is not promised'],
  ['races', 'stage/races/races.test.ts', 'any order ends well'],
  ['microphone opened by another', 'media/stage.test.ts', 'LiveKit lets nobody else unmute'],
  [
    'attribute, metadata, data flood',
    'stage/threats-livekit.test.ts',
    'nobody writes names, attributes or data',
  ],
  ['giant frames', 'stream.test.ts', 'a frame over the limit closes the socket'],
  ['giant and masked names', 'hostile-input.test.ts', 'markup in a title and a name'],
  ['orphan room, ghost participant', 'stage/crash/crash.test.ts', 'killed'],
  ['slow WebSocket reader', 'slow-reader.test.ts', 'reader'],
  ['join storm, token mint', 'hostile-input.test.ts', 'joinsPerMinute'],
  ['join storm at the gate', 'media/gate-lines.test.ts', 'gatePerMinute'],
  ['session token theft', 'store.test.ts', 'a token is nowhere in the database files'],
  ['power loss', 'server-killed.test.ts', 'has every acknowledged one after its start'],
];

test.each(HELD)('%s: held in %s', (_, file, title) => {
  expect(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')).toContain(title);
});

async function open(limits = {}) {
  const dataDir = temporaryDir();
  const core = await openCore({ dataDir, limits: { ...CROWD, ...limits } });
  return { core, dataDir, talk: await Talk.open(core) };
}

test('all webhooks lost: one look at LiveKit puts everything right', async () => {
  const { core, talk } = await open();
  core.perch.onMediaEvent = async () => {};
  const speaker = await talk.speaker();
  const gone = await talk.listener('Gus');
  core.media.rooms.get(talk.room)!.delete(gone.pid);
  await talk.act(talk.host, 'demote', speaker);
  core.media.rooms.get(talk.room)!.delete(talk.host.pid);
  await core.perch.reconcile();
  core.now += core.limits.awayMs;
  await core.perch.reconcile();
  expect((await core.store.participant(gone.pid))?.leftReason).toBe('lost');
  expect((await core.store.space(talk.id))?.hostLostAt).not.toBeNull();
  expect(await brokenRules(core, talk.id)).toEqual([]);
  expect(await differences(core)).toEqual([]);
});

test('a storm of doubled and shuffled webhooks leaves the newest session of everybody', async () => {
  const { core, talk } = await open();
  const people = await Promise.all(Array.from({ length: 20 }, (_, n) => talk.listener(`P${n}`)));
  const events = people.flatMap(({ pid }) => sessionsOf(core.event.bind(core), talk.room, pid, core.now));
  const order = [...events, ...events].map((event, n) => ({ event, rank: (n * 7_919) % 1_009 }));
  const storm = order.toSorted((a, b) => a.rank - b.rank).map(({ event }) => event);
  await Promise.all(storm.map((event) => core.perch.onMediaEvent(event)));
  for (const { pid } of people) {
    expect(await core.store.participant(pid)).toMatchObject({ lkSid: `PA_${pid}_9`, leftAt: null });
  }
  expect(await brokenRules(core, talk.id)).toEqual([]);
});

function sessionsOf(
  event: (
    kind: MediaEvent['kind'],
    room: string,
    seen: { identity: string; sid: string; joinedAt: number },
  ) => MediaEvent,
  room: string,
  identity: string,
  now: number,
): MediaEvent[] {
  return Array.from({ length: 10 }, (_, n) => {
    const session = { identity, sid: `PA_${identity}_${n}`, joinedAt: now + 1 + n };
    const joined = event('participant_joined', room, session);
    return n < 9 ? [joined, event('participant_left', room, session)] : [joined];
  }).flat();
}

const SECRET = 'Zenobia Unnamed';

test('an anonymous listener is named in nothing that anybody is told', async () => {
  const { core, talk } = await open();
  const [cohost, speaker] = [await talk.cohost(), await talk.speaker()];
  const address = await serveStream(core);
  const readers = await Promise.all([StreamClient.hello(address), StreamClient.hello(address)]);
  readers[0].say({ t: 'follow', spaceId: talk.id });
  readers[1].say({ t: 'follow', spaceId: talk.id, token: cohost.token });
  await Promise.all(readers.map((reader) => reader.next('stage')));
  const hidden = await talk.listener(SECRET);
  await must(talk.post(hidden, 'react', { emoji: '👏' }));
  const told: unknown[] = [await Promise.all(readers.map((reader) => reader.next('reactions')))];
  for (const who of [null, talk.host, cohost, speaker]) told.push(await talk.stage(who));
  for (const path of ['/v1/live', `/v1/spaces/${talk.id}`]) {
    told.push(await (await core.request('GET', path)).json());
  }
  const newcomer = await arrive(core, 'Nil');
  told.push(await (await core.join(newcomer.token, talk.id)).json());
  const text = JSON.stringify(told);
  expect(text).toContain('"listeners":1');
  for (const secret of [SECRET, hidden.pid, hidden.account]) expect(text).not.toContain(secret);
});

test('the sentence of a request is read by those who moderate and by nobody else', async () => {
  const { talk } = await open();
  const [speaker, other] = [await talk.speaker(), await talk.listener('Otto')];
  await talk.waiting('Wim', 'My private sorrow');
  const told = await Promise.all([null, speaker, other].map((who) => talk.stage(who)));
  expect(JSON.stringify(told)).not.toContain('sorrow');
  expect(JSON.stringify(await talk.stage(talk.host))).toContain('My private sorrow');
});

test('whom the host blocked is not let in, and guests not at all when the host wants none', async () => {
  const { core, talk } = await open();
  const evader = await talk.speaker('Evan');
  const { token } = talk.host;
  const blocked = { token, body: { spaceId: talk.id, pid: evader.pid } };
  expect((await core.request('POST', '/v1/blocks', blocked)).status).toBe(200);
  expect(await core.store.openParticipantsOf(evader.account)).toEqual([]);
  expect(['removed', 'blocked_by_host']).toContain(await talk.enter(evader));
  expect(await core.perch.admit(evader.pid)).toEqual({ refused: 'unauthenticated' });
  const next = await Talk.open(core);
  const block = { token: next.host.token, body: { spaceId: talk.id, pid: evader.pid } };
  await core.request('POST', '/v1/blocks', block);
  expect(await next.enter(evader, { despiteBlocked: true })).toBe('blocked_by_host');
  await must(talk.set(talk.host, { allowGuests: false }));
  const second = await arrive(core, 'Evan again');
  expect(await talk.enter(second, { shown: true })).toBe('guests_refused');
});

test('new guests from one address come at a bounded pace', async () => {
  const core = await openCore({ limits: { guestsPerMinute: 3 } });
  const arrivals = await Promise.all(
    Array.from({ length: 5 }, () => core.request('POST', '/v1/auth/guest', { body: {} })),
  );
  expect(arrivals.filter(({ status }) => status === 200)).toHaveLength(3);
  expect(arrivals.filter(({ status }) => status === 429)).toHaveLength(2);
});

test('somebody asks to speak once in ten seconds, and refused questions do not count', async () => {
  const { requestEveryMs, reportsPerDay } = DEFAULT_LIMITS;
  const { core, talk } = await open({ requestEveryMs, reportsPerDay });
  const asker = await talk.listener('Ask');
  await must(talk.set(talk.host, { requestsLocked: true }));
  expect(await talk.post(asker, 'request')).toBe('requests_locked');
  await must(talk.set(talk.host, { requestsLocked: false }));
  expect(await talk.post(asker, 'request')).toBe('ok');
  await must(talk.ask(asker, 'DELETE', '/request'));
  core.now += requestEveryMs - 1;
  const path = `/v1/spaces/${talk.id}/request`;
  const early = await core.request('POST', path, { token: asker.token, body: {} });
  expect([early.status, early.headers.get('retry-after')]).toEqual([429, '1']);
  expect((await problemOf(early)).code).toBe('rate_limited');
  core.now += 1;
  expect(await talk.post(asker, 'request')).toBe('ok');
});

test('an account reports ten times a day, and the next day again', async () => {
  const { core, talk } = await open({ reportsPerDay: DEFAULT_LIMITS.reportsPerDay });
  const reporter = await talk.listener('Rita');
  const report = async () => {
    const body = { spaceId: talk.id, reason: 'spam' };
    return outcomeOf(await core.request('POST', '/v1/reports', { token: reporter.token, body }));
  };
  const day = [];
  for (let n = 0; n < 11; n += 1) day.push(await report());
  expect(day).toEqual([...Array.from({ length: 10 }, () => 'ok'), 'rate_limited']);
  core.now += 24 * 3_600_000;
  expect(await report()).toBe('ok');
});

test('of a hundred reactions of one person three go out', async () => {
  const { core, talk } = await open({ reactionsMs: 50 });
  const reader = await StreamClient.hello(await serveStream(core));
  reader.say({ t: 'follow', spaceId: talk.id });
  await reader.next('stage');
  const fan = await talk.listener('Fan');
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => talk.post(fan, 'react', { emoji: REACTIONS[0] })),
  );
  expect(new Set(answers)).toEqual(new Set(['ok']));
  const seen = [await reader.next('reactions'), await reader.next('reactions')];
  const counts = seen.flatMap(({ items }) => items.map(([, , count]) => count));
  expect(counts.reduce((sum, count) => sum + count)).toBe(DEFAULT_LIMITS.reactionsPerSecond);
  await talk.post(await talk.listener('Other'), 'react', { emoji: REACTIONS[1] });
  expect((await reader.next('reactions')).items).toEqual([[null, REACTIONS[1], 1]]);
});

const LONG = 'x'.repeat(141);

test.each([
  ['a request that is too long', 'request', { text: LONG }],
  ['a request that hides its direction', 'request', { text: 'abc\u202edef' }],
  ['a request with a field too many', 'request', { text: 'a', role: 'host' }],
  ['a reaction that is none of ours', 'react', { emoji: LONG }],
  ['a reaction in a list', 'react', [{ emoji: '👏' }]],
  ['a yes that is a word', 'invitation', { accept: 'yes' }],
  ['a role of one’s own', 'shown', { shown: true, role: 'host' }],
  ['a body where none is', 'mute-all', { all: true }],
])('%s is refused and changes nothing', async (_, verb, body) => {
  const { dataDir, talk } = await open();
  const rows = new Rows(dataDir);
  const who: Somebody = verb === 'mute-all' ? talk.host : await talk.listener();
  const before = rows.whole();
  expect(await talk.post(who, verb, body)).toBe('invalid_input');
  expect(rows.whole()).toBe(before);
  rows.close();
});

test('a removal takes every device of the account out, also those that came one after the other', async () => {
  const { core, talk } = await open();
  const person = await talk.speaker();
  const identities = [person.pid];
  for (let n = 0; n < 3; n += 1) {
    await must(talk.enter(person));
    identities.push(person.pid);
  }
  await must(talk.act(talk.host, 'remove', { pid: identities[1]! }));
  expect([...core.media.rooms.get(talk.room)!.keys()]).toEqual([talk.host.pid]);
  for (const identity of identities) {
    expect(await core.perch.admit(identity)).toEqual({ refused: 'unauthenticated' });
  }
  expect(await talk.enter(person)).toBe('removed');
});
