import { expect, test, vi } from 'vitest';
import { openCore } from '../../support/core-app.ts';
import { CROWD, must, Talk, type Somebody } from '../../support/stage-talk.ts';

const open = async (limits = {}) => Talk.open(await openCore({ limits: { ...CROWD, ...limits } }));
const people = async (talk: Talk) =>
  (await talk.stage()).stage.people.map(({ name, role }) => `${name} ${role}`);
const lostAt = async (talk: Talk) => (await talk.stage()).stage.hostLostAt;

/** The host's browser dies: the gate sees the line end. LiveKit is told to say nothing of it. */
async function lineLost(talk: Talk, who: Somebody = talk.host): Promise<void> {
  await talk.core.perch.lost(who.pid);
}

/** LiveKit has lost somebody and says so. */
async function dropped(talk: Talk, who: Somebody): Promise<void> {
  const room = talk.core.media.rooms.get(talk.room)!;
  const seen = room.get(who.pid)!;
  room.delete(who.pid);
  await talk.core.perch.onMediaEvent(talk.core.event('participant_left', talk.room, seen));
}

async function pass(talk: Talk, ms: number): Promise<void> {
  talk.core.now += ms;
  await talk.core.perch.reconcile();
}

test('a host who leaves is away at once, and everybody can read since when', async () => {
  const talk = await open();
  await talk.speaker('Bea');
  talk.core.now += 5_000;
  await must(talk.post(talk.host, 'leave'));
  expect(await lostAt(talk)).toBe(talk.core.now);
  const live = await (await talk.core.request('GET', '/v1/live')).json();
  expect(live).toMatchObject({ spaces: [{ id: talk.id, hostLostAt: talk.core.now, onStage: 1 }] });
});

test.each([
  ['the gate lost the line', lineLost],
  ['LiveKit lost the session', (talk: Talk) => dropped(talk, talk.host)],
])('after 10 s in which %s the host is away, since then', async (_, lose) => {
  const talk = await open();
  await lose(talk);
  const since = talk.core.now;
  await pass(talk, talk.core.limits.hostAwayMs - 1);
  expect(await lostAt(talk)).toBeNull();
  await pass(talk, 1);
  expect(await lostAt(talk)).toBe(since);
});

test('a host of whom the gate has heard nothing for 10 s is away since the last word', async () => {
  const talk = await open();
  talk.core.now += 60_000;
  await talk.core.perch.lost(talk.host.pid, 10_000);
  expect(await lostAt(talk)).toBe(talk.core.now - 10_000);
});

test('a host who is back within 10 s was never away', async () => {
  const talk = await open();
  await talk.speaker('Bea');
  await lineLost(talk);
  await pass(talk, talk.core.limits.hostAwayMs - 1);
  await talk.core.connect(talk.host.pid);
  await pass(talk, talk.core.limits.hostGraceMs);
  expect(await lostAt(talk)).toBeNull();
  expect(await people(talk)).toEqual(['Ana host', 'Bea speaker']);
});

test('a host who never connects again is away since the join', async () => {
  const talk = await open();
  await talk.enter(talk.host);
  const since = talk.core.now;
  await pass(talk, talk.core.limits.hostAwayMs);
  expect(await lostAt(talk)).toBe(since);
  await talk.core.connect(talk.host.pid);
  expect(await lostAt(talk)).toBeNull();
});

test('connecting again ends the absence', async () => {
  const talk = await open();
  await lineLost(talk);
  await dropped(talk, talk.host);
  await pass(talk, talk.core.limits.hostAwayMs);
  expect(await lostAt(talk)).not.toBeNull();
  await talk.core.connect(talk.host.pid);
  expect(await lostAt(talk)).toBeNull();
});

test('at 60 s the co-host who served longest is host, and the talk never stopped', async () => {
  const talk = await open();
  const [bea, cora, cleo] = [await talk.speaker('Bea'), await talk.cohost('Cora'), await talk.cohost('Cleo')];
  await must(talk.post(talk.host, 'leave'));
  await pass(talk, talk.core.limits.hostGraceMs - 1);
  expect(await people(talk)).toEqual(['Cora cohost', 'Cleo cohost', 'Bea speaker']);
  await pass(talk, 1);
  expect(await people(talk)).toEqual(['Cora host', 'Cleo cohost', 'Bea speaker']);
  expect(await lostAt(talk)).toBeNull();
  expect([bea, cora, cleo].map((one) => talk.mayPublish(one))).toEqual([true, true, true]);
  expect(await talk.act(cora, 'mute', cleo)).toBe('ok');
});

test('without a co-host who is there a speaker is host, and nobody who is host elsewhere', async () => {
  const talk = await open();
  const [cora, bea] = [await talk.cohost('Cora'), await talk.speaker('Bea')];
  const own = await Talk.open(talk.core);
  await must(talk.enter(own.host));
  await must(talk.post(own.host, 'request'));
  await must(talk.act(talk.host, 'approve', own.host));
  await must(talk.act(talk.host, 'cohost', own.host));
  await talk.core.connect(own.host.pid);
  await dropped(talk, cora);
  await must(talk.post(talk.host, 'leave'));
  await pass(talk, talk.core.limits.hostGraceMs);
  expect((await talk.stage(bea)).me?.role).toBe('host');
});

test('with nobody to follow, the host stays away, until somebody could', async () => {
  const talk = await open();
  const bea = await talk.speaker('Bea');
  await dropped(talk, bea);
  await must(talk.post(talk.host, 'leave'));
  const since = talk.core.now;
  await pass(talk, talk.core.limits.awayMs - 1);
  await pass(talk, 0);
  expect(await lostAt(talk)).toBe(since);
  await talk.core.connect(bea.pid);
  await pass(talk, talk.core.limits.hostGraceMs);
  expect(await people(talk)).toEqual(['Bea host']);
});

test('the first host is host again on joining, and who stood in is co-host', async () => {
  const talk = await open();
  const cora = await talk.cohost('Cora');
  await must(talk.post(talk.host, 'leave'));
  await pass(talk, talk.core.limits.hostGraceMs);
  expect(await talk.enter(talk.host)).toBe('ok');
  expect(await people(talk)).toEqual(['Ana host', 'Cora cohost']);
  expect(await talk.post(cora, 'end')).toBe('forbidden');
  await talk.core.connect(talk.host.pid);
  expect([talk.mayPublish(talk.host), talk.mayPublish(cora)]).toEqual([true, true]);
});

test('beside two co-hosts who stood in becomes a speaker', async () => {
  const talk = await open();
  const cora = await talk.cohost('Cora');
  await must(talk.post(talk.host, 'leave'));
  await pass(talk, talk.core.limits.hostGraceMs);
  for (const name of ['Dan', 'Eli']) {
    const one = await talk.waiting(name);
    await must(talk.act(cora, 'approve', one));
    await must(talk.act(cora, 'cohost', one));
  }
  await must(talk.enter(talk.host));
  expect(await people(talk)).toEqual(['Ana host', 'Dan cohost', 'Eli cohost', 'Cora speaker']);
});

test('a first host who was only cut off is host again on the old line', async () => {
  const talk = await open({ awayMs: 10 * 60_000 });
  const cora = await talk.cohost('Cora');
  await lineLost(talk);
  await dropped(talk, talk.host);
  await pass(talk, talk.core.limits.hostAwayMs);
  await pass(talk, talk.core.limits.hostGraceMs);
  expect(await people(talk)).toEqual(['Cora host', 'Ana cohost']);
  await talk.core.connect(talk.host.pid);
  expect(await people(talk)).toEqual(['Ana host', 'Cora cohost']);
  expect((await talk.stage(cora)).me?.role).toBe('cohost');
});

test('a first host who hosts elsewhere by now listens, and is host again once that is over', async () => {
  const talk = await open();
  await talk.cohost('Cora');
  await must(talk.post(talk.host, 'leave'));
  await pass(talk, talk.core.limits.hostGraceMs);
  const second = await talk.core.start(talk.host.token, 'Second talk');
  await talk.core.connect(second.participantId);
  expect(await talk.enter(talk.host)).toBe('ok');
  expect((await talk.stage(talk.host)).me?.role).toBe('listener');
  await talk.core.connect(talk.host.pid);
  await talk.core.request('POST', `/v1/spaces/${second.space.id}/end`, { token: talk.host.token, body: {} });
  await pass(talk, 0);
  expect(await people(talk)).toEqual(['Ana host', 'Cora cohost']);
  expect(talk.mayPublish(talk.host)).toBe(true);
});

test('a stand-in cannot put out the first host', async () => {
  const talk = await open({ awayMs: 10 * 60_000 });
  const cora = await talk.cohost('Cora');
  await lineLost(talk);
  await dropped(talk, talk.host);
  await pass(talk, talk.core.limits.hostAwayMs);
  await pass(talk, talk.core.limits.hostGraceMs);
  expect(await talk.act(cora, 'remove', talk.host)).toBe('forbidden');
  await talk.core.connect(talk.host.pid);
  expect((await talk.stage(talk.host)).me?.role).toBe('host');
});

test('a stand-in can hand over the role for the while, not the Space', async () => {
  const talk = await open();
  const cora = await talk.cohost('Cora');
  const dan = await talk.speaker('Dan');
  await must(talk.post(talk.host, 'leave'));
  await pass(talk, talk.core.limits.hostGraceMs);
  await must(talk.act(cora, 'host', dan));
  expect(await people(talk)).toEqual(['Dan host', 'Cora cohost']);
  await must(talk.enter(talk.host));
  expect(await people(talk)).toEqual(['Ana host', 'Cora cohost', 'Dan cohost']);
  expect(await talk.act(dan, 'remove', talk.host)).toBe('forbidden');
});

test('the role moves by the clock alone, without anybody doing anything', async () => {
  const core = await openCore({
    limits: { ...CROWD, hostAwayMs: 20, hostGraceMs: 40, reconcileMs: 3_600_000 },
  });
  const ahead = core.now - Date.now();
  Object.defineProperty(core, 'now', { get: () => Date.now() + ahead });
  const talk = await Talk.open(core);
  await talk.speaker('Bea');
  await lineLost(talk);
  await vi.waitFor(async () => expect(await people(talk)).toEqual(['Bea host', 'Ana cohost']));
});

test('nobody is away for the time in which the server was', async () => {
  const talk = await open();
  await talk.cohost('Cora');
  await lineLost(talk);
  talk.core.now += 10 * talk.core.limits.hostGraceMs;
  await talk.core.perch.mediaRestarted();
  await pass(talk, talk.core.limits.hostAwayMs - 1);
  expect(await lostAt(talk)).toBeNull();
  expect(await people(talk)).toEqual(['Ana host', 'Cora cohost']);
});

test.each([
  ['left', 'leave'],
  ['was cut off', 'drop'],
])('a clock set back leaves nobody waiting longer for a host who %s', async (_, how) => {
  const talk = await open({ awayMs: 10 * 60_000 });
  await talk.cohost('Cora');
  if (how === 'leave') await must(talk.post(talk.host, 'leave'));
  else await lineLost(talk);
  talk.core.now -= 3_600_000;
  await pass(talk, 0);
  await pass(talk, talk.core.limits.hostGraceMs);
  expect((await people(talk))[0]).toBe('Cora host');
});

test('a listener whose line is lost takes nothing from the host', async () => {
  const talk = await open();
  const bea = await talk.listener('Bea');
  await lineLost(talk, bea);
  await pass(talk, talk.core.limits.hostAwayMs);
  expect(await lostAt(talk)).toBeNull();
  expect((await talk.core.store.participant(bea.pid))?.lineLostAt).toBeNull();
});

test('a stage left empty by its host ends the Space and says why', async () => {
  const talk = await open();
  await talk.listener('Bea');
  await must(talk.post(talk.host, 'leave'));
  await pass(talk, talk.core.limits.stageEmptyMs - 1);
  expect((await talk.stage()).stage.state).toBe('live');
  await pass(talk, 1);
  expect((await talk.stage()).stage).toMatchObject({ state: 'ended', endReason: 'stage_empty' });
});
