import { expect, test } from 'vitest';
import type { Stage } from '#shared/schema/stage.ts';
import { openScene } from '../../support/actor.ts';
import { serveStream, StreamClient } from '../../support/stream-client.ts';

const QUICK = { pushMs: 5, requestEveryMs: 0 };

const onStage = (name: string) => (stage: Stage) => stage.people.some((person) => person.name === name);
const isOver = ({ state }: Stage) => state === 'ended';

test('a follower sees the stage at once and after each change, and the own place', async () => {
  const { core, host, come } = await openScene({ limits: QUICK });
  const url = await serveStream(core);
  const ben = await come('Ben');
  const client = await ben.follows(url);
  expect((await client.next('stage')).stage).toMatchObject({
    id: ben.spaceId,
    state: 'live',
    at: core.now,
    people: [{ pid: host.pid, name: 'Ana', role: 'host' }],
    seatsFree: core.limits.stageMax - 1,
    listeners: 1,
    shown: [],
    waiting: 0,
  });
  expect(await client.any()).toEqual({
    t: 'me',
    spaceId: ben.spaceId,
    me: {
      participantId: ben.pid,
      role: 'listener',
      shown: false,
      request: null,
      invitation: null,
      muted: [],
    },
  });

  await ben.does('request', { text: 'About bees' });
  expect((await client.next('stage')).stage.waiting).toBe(1);
  expect((await client.next('me')).me?.request).toEqual({ place: 1, text: 'About bees', at: core.now });
  await host.doesTo(ben, 'approve');
  expect(await client.stage(onStage('Ben'))).toMatchObject({ waiting: 0 });
  expect((await client.next('me')).me).toMatchObject({ role: 'speaker', request: null });
});

test('the host sees the queue, a co-host from the promotion until the demotion, nobody else ever', async () => {
  const { core, host, come } = await openScene({ limits: QUICK });
  const url = await serveStream(core);
  const [ben, cem, dua] = [await come('Ben'), await come('Cem'), await come('Dua')];
  const [anas, bens, duas] = [await host.follows(url), await ben.follows(url), await dua.follows(url)];
  expect((await anas.next('queue')).queue).toEqual({ requests: [], identities: [], invited: [] });
  await ben.comesUp(host);
  await cem.does('request', { text: 'Hello' });
  await host.doesTo(dua, 'invite');
  await host.doesTo(ben, 'cohost');
  const queue = {
    requests: [{ pid: cem.pid, name: 'Cem', text: 'Hello', at: core.now, guest: true }],
    identities: [],
    invited: [{ pid: dua.pid, name: 'Dua' }],
  };
  for (;;) if (sameAs((await anas.next('queue')).queue, queue)) break;
  for (;;) if (sameAs((await bens.next('queue')).queue, queue)) break;
  await host.doesTo(ben, 'uncohost');
  expect((await bens.next('queue')).queue).toBeNull();
  await cem.ask('DELETE', '/request');
  await host.does('end');
  const queues = bens.count('queue');
  for (const client of [bens, duas]) await client.stage(isOver);
  expect(bens.count('queue')).toBe(queues);
  const told = duas.heard.filter((message) => message.t === 'queue');
  expect(told).toEqual([{ t: 'queue', spaceId: dua.spaceId, queue: null }]);
  expect(JSON.stringify(duas.heard)).not.toContain('Hello');
});

test('a co-host who stopped being one while away is told on following again', async () => {
  const { core, host, come } = await openScene({ limits: QUICK });
  const url = await serveStream(core);
  const ben = await come('Ben');
  await ben.comesUp(host);
  await host.doesTo(ben, 'cohost');
  const before = await ben.follows(url);
  expect((await before.next('queue')).queue).not.toBeNull();
  before.socket.terminate();
  await host.doesTo(ben, 'uncohost');
  expect((await (await ben.follows(url)).next('queue')).queue).toBeNull();
});

test('places in the queue move up for everybody who waits', async () => {
  const { core, host, come } = await openScene({ limits: QUICK });
  const url = await serveStream(core);
  const people = [await come('Ben'), await come('Cem'), await come('Dua')];
  for (const person of people) await person.does('request');
  const last = await people[2]!.follows(url);
  expect((await last.next('me')).me?.request?.place).toBe(3);
  await host.doesTo(people[0]!, 'dismiss');
  expect((await last.next('me')).me?.request?.place).toBe(2);
  await people[1]!.does('leave');
  expect((await last.next('me')).me?.request?.place).toBe(1);
});

test('coming, leaving, another device and being removed reach the own place of a listener', async () => {
  const { core, host, come } = await openScene({ limits: QUICK });
  const url = await serveStream(core);
  const ben = await come('Ben');
  const client = await ben.follows(url);
  expect((await client.next('me')).me?.participantId).toBe(ben.pid);
  const { participantId } = await ben.joins();
  expect((await client.next('me')).me?.participantId).toBe(participantId);
  await ben.does('shown', { shown: true });
  expect((await client.next('me')).me?.shown).toBe(true);
  await ben.does('shown', { shown: false });
  expect((await client.next('me')).me?.shown).toBe(false);
  await ben.does('leave');
  expect((await client.next('me')).me).toBeNull();
  await ben.joins();
  expect((await client.next('me')).me?.participantId).toBe(ben.pid);
  await host.doesTo(ben, 'remove');
  expect((await client.next('me')).me).toBeNull();
});

test('an invitation is told, with the time that is left, and its end too', async () => {
  const { core, host, come } = await openScene({ limits: { ...QUICK, invitationMs: 80 } });
  const url = await serveStream(core);
  const ben = await come('Ben');
  const [client, hosts] = [await ben.follows(url), await host.follows(url)];
  expect((await client.next('me')).me?.invitation).toBeNull();
  await host.doesTo(ben, 'invite');
  expect((await client.next('me')).me?.invitation).toEqual({ by: 'Ana', leftMs: 80 });
  while ((await hosts.next('queue')).queue?.invited.length === 0);
  core.now += 81;
  expect((await client.next('me')).me?.invitation).toBeNull();
  expect((await hosts.next('queue')).queue?.invited).toEqual([]);
});

test('changes that follow one another closely are told together', async () => {
  const pushMs = 150;
  const { core, host, come } = await openScene({ limits: { pushMs, requestEveryMs: 0 } });
  const url = await serveStream(core);
  const people = [];
  for (const name of ['Ben', 'Cem', 'Dua', 'Eli']) people.push(await come(name));
  const client = await host.follows(url);
  await client.next('stage');
  const begun = performance.now();
  for (const person of people) await person.comesUp(host);
  await client.stage(({ people: shown }) => shown.length === 5);
  const rests = Math.floor((performance.now() - begun) / pushMs);
  expect(client.count('stage')).toBeLessThanOrEqual(2 + rests);
});

test('in whatever order the messages are applied, the newest version is the server’s truth', async () => {
  const { core, host, come } = await openScene({ limits: QUICK });
  const client = await host.follows(await serveStream(core));
  await client.next('stage');
  const people = [await come('Ben'), await come('Cem', { shown: true }), await come('Dua')];
  for (const person of people) {
    await person.comesUp(host);
    await client.stage(onStage(person.name));
  }
  await host.doesTo(people[1]!, 'demote');
  await host.ask('PATCH', '', { title: 'Evening talk' });
  await client.stage(({ title }) => title === 'Evening talk');
  const stages = client.heard.flatMap((message) => (message.t === 'stage' ? [message.stage] : []));
  const newest = stages.toReversed().reduce((best, stage) => (stage.v > best.v ? stage : best));
  const { listeners: _, ...truth } = (await host.sees()).stage;
  expect(stages.length).toBeGreaterThan(4);
  expect(newest).toMatchObject(truth);
});

test('a change elsewhere looks nobody up who only listens, be it by name', async () => {
  const { core, host, come } = await openScene({ limits: { pushMs: 5, shownMax: 0, countMs: 3_600_000 } });
  const url = await serveStream(core);
  const [ben, cem] = [await come('Ben'), await come('Cem')];
  await ben.does('shown', { shown: true });
  const client = await ben.follows(url);
  await client.next('queue');
  const asked = new Set<string>();
  const { transaction } = core.store;
  core.store.transaction = (work) =>
    transaction((records) =>
      work({
        ...records,
        openParticipantsAmong: async (spaceId, accountIds) => {
          for (const accountId of accountIds) asked.add(accountId);
          return records.openParticipantsAmong(spaceId, accountIds);
        },
      }),
    );
  await cem.comesUp(host);
  await client.stage(onStage('Cem'));
  expect(asked).not.toContain(ben.accountId);
});

test('the stage counts listeners again with the others’ counts', async () => {
  const { core, host, come } = await openScene({ limits: { ...QUICK, countMs: 30 } });
  const client = await host.follows(await serveStream(core));
  expect((await client.next('stage')).stage.listeners).toBe(0);
  await come('Ben');
  expect((await client.next('stage')).stage.listeners).toBe(1);
});

test('a request to speak changes no card and not the list’s tag; a new face on stage does', async () => {
  const { core, host, come } = await openScene({ limits: QUICK });
  const reader = await StreamClient.hello(await serveStream(core));
  await reader.next('snap');
  const ben = await come('Ben');
  const tag = async () => (await core.request('GET', '/v1/live')).headers.get('etag');
  const before = await tag();
  const version = (await host.sees()).stage.v;
  await ben.does('request', { text: 'Please' });
  await host.doesTo(ben, 'dismiss');
  expect((await host.sees()).stage.v).toBeGreaterThan(version);
  expect(await tag()).toBe(before);
  await ben.comesUp(host);
  expect(await reader.next('up')).toMatchObject({ items: [{ onStage: 2 }] });
  expect(await tag()).not.toBe(before);
});

function sameAs(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
