import * as v from 'valibot';
import { expect, test } from 'vitest';
import { StageAnswerSchema } from '#shared/schema/stage.ts';
import { Actor, openScene, refusalOf } from '../../support/actor.ts';
import { read } from '../../support/core-app.ts';
import { identity } from '../../support/store-contract-records.ts';

const NOW_AND_THEN = { requestEveryMs: 0 };

test('the stage can be seen without joining: by nobody the stage alone, by a listener the own place, by the host the queue', async () => {
  const { core, host, come } = await openScene({ limits: NOW_AND_THEN });
  const ben = await come('Ben', { shown: true });
  await ben.does('request', { text: 'About bees' });
  const path = `/v1/spaces/${host.spaceId}/stage`;
  for (const token of [undefined, 'sps_of-nobody']) {
    const answer = v.parse(StageAnswerSchema, await read(await core.request('GET', path, { token })));
    expect(answer).toMatchObject({ me: null, queue: null, blocked: [] });
    expect(answer.stage).toMatchObject({
      people: [{ pid: host.pid, role: 'host' }],
      shown: [{ pid: ben.pid, name: 'Ben' }],
      listeners: 1,
      waiting: 1,
    });
  }
  const request = { place: 1, text: 'About bees', at: core.now };
  expect(v.parse(StageAnswerSchema, await ben.sees())).toMatchObject({
    me: { participantId: ben.pid, role: 'listener', shown: true, request, invitation: null, muted: [] },
    queue: null,
  });
  expect(v.parse(StageAnswerSchema, await host.sees())).toMatchObject({
    me: { participantId: host.pid, role: 'host' },
    queue: {
      requests: [{ pid: ben.pid, name: 'Ben', text: 'About bees', guest: true }],
      identities: [],
      invited: [],
    },
  });
  const visitor = await core.guest('Visitor');
  const seen = await read(await core.request('GET', path, { token: visitor.token }));
  expect(seen).toMatchObject({ me: null, queue: null });
  expect((await host.sees()).stage.listeners).toBe(1);
});

test('whoever waits shows hosts and co-hosts the accounts and the picture that they will show on stage, and nobody else', async () => {
  const { core, host, come } = await openScene({ limits: NOW_AND_THEN });
  const [ben, cem] = [await come('Ben', { shown: true }), await come('Cem')];
  const picture = 'benatthemicropho';
  await core.store.addIdentity({ ...identity('ben', ben.accountId), picture });
  await core.store.addIdentity({ ...identity('bens-secret', ben.accountId), shown: false });
  await ben.does('request');
  const { stage, queue } = v.parse(StageAnswerSchema, await host.sees());
  expect(queue).toMatchObject({ requests: [{ pid: ben.pid, pic: picture }] });
  expect(queue?.identities).toEqual([{ pid: ben.pid, network: 'mastodon', handle: '@ben@wren.example' }]);
  expect(stage.identities).toEqual([]);
  for (const other of [ben, cem]) expect(JSON.stringify(await other.sees())).not.toContain('wren.example');
});

test('everything a person does has its address', async () => {
  const { core, host, come } = await openScene({ limits: NOW_AND_THEN });
  const [ben, cem] = [await come('Ben'), await come('Cem')];
  const roles = async () => Object.fromEntries((await host.sees()).stage.people.map((p) => [p.name, p.role]));
  await ben.does('shown', { shown: true });
  expect((await host.sees()).stage.shown).toEqual([{ pid: ben.pid, name: 'Ben' }]);
  await ben.does('request');
  expect((await ben.ask('DELETE', '/request')).status).toBe(204);
  expect((await ben.ask('DELETE', '/request')).status).toBe(204);
  await host.doesTo(ben, 'invite');
  await ben.does('invitation', { accept: false });
  await host.doesTo(ben, 'invite');
  await host.doesTo(ben, 'uninvite');
  await host.doesTo(ben, 'invite');
  await ben.does('invitation', { accept: true });
  expect(await roles()).toEqual({ Ana: 'host', Ben: 'speaker' });
  await host.doesTo(ben, 'mute');
  await host.does('mute-all');
  await ben.does('leave-stage');
  await cem.comesUp(host);
  await host.doesTo(cem, 'demote');
  await cem.comesUp(host);
  await host.doesTo(cem, 'cohost');
  expect(await roles()).toEqual({ Ana: 'host', Cem: 'cohost' });
  await host.doesTo(cem, 'uncohost');
  await host.doesTo(cem, 'host');
  expect(await roles()).toEqual({ Ana: 'cohost', Cem: 'host' });
  const change = { title: 'Evening talk', speakPolicy: 'everyone', requestsLocked: true, allowGuests: false };
  expect((await cem.ask('PATCH', '', change)).status).toBe(204);
  expect((await ben.sees()).stage).toMatchObject({ ...change, allowAnonymous: true });
  expect(await refusalOf(await ben.ask('POST', '/request', {}))).toBe('409 requests_locked');
  await cem.doesTo(ben, 'remove');
  expect(await refusalOf(await core.join(ben.token, ben.spaceId))).toBe('403 removed');
});

test('whoever may not, or comes too late, hears why', async () => {
  const { host, come } = await openScene({ limits: NOW_AND_THEN });
  const [ben, cem] = [await come('Ben'), await come('Cem')];
  const ask = (who: Actor, path: string, body: unknown = {}) => who.ask('POST', path, body);
  await cem.does('request');
  expect(await refusalOf(await ask(ben, `/people/${cem.pid}/approve`))).toBe('403 forbidden');
  expect(await refusalOf(await ask(ben, `/people/${host.pid}/remove`))).toBe('403 forbidden');
  expect(await refusalOf(await ask(ben, '/mute-all'))).toBe('403 forbidden');
  expect(await refusalOf(await ben.ask('PATCH', '', { title: 'Mine' }))).toBe('403 forbidden');
  expect(await refusalOf(await ask(ben, '/leave-stage'))).toBe('403 forbidden');
  expect(await refusalOf(await ask(ben, '/invitation', { accept: true }))).toBe('409 invitation_over');
  expect(await refusalOf(await ask(host, `/people/${ben.pid}/approve`))).toBe('409 conflict');
  expect(await refusalOf(await ask(host, '/request'))).toBe('403 forbidden');
  await ben.does('leave');
  expect(await refusalOf(await ask(ben, '/request'))).toBe('409 not_in_space');
  expect(await refusalOf(await ask(host, `/people/${ben.pid}/invite`))).toBe('404 not_found');
  await host.does('end');
  expect(await refusalOf(await ask(cem, '/request'))).toBe('410 space_ended');
});

test.each([
  ['an action that is none', (pid: string) => `/people/${pid}/promote`],
  ['an action of the table’s', (pid: string) => `/people/${pid}/makeCohost`],
  ['an action of every object', (pid: string) => `/people/${pid}/constructor`],
  ['a participant that cannot be', () => '/people/everybody/remove'],
  ['a participant that is not', () => '/people/p_01HZZZZZZZZZZZZZZZZZZZZZZZ/remove'],
  ['an account', (_: string, account: string) => `/people/${account}/remove`],
])('%s is not found', async (_, path) => {
  const { host, come } = await openScene();
  const ben = await come('Ben');
  const response = await host.ask('POST', path(ben.pid, ben.accountId), {});
  expect(await refusalOf(response)).toBe('404 not_found');
});

test('people of another Space are not found, and its rows are not touched', async () => {
  const { core, host, come } = await openScene();
  const ben = await come('Ben');
  const other = await core.liveSpace('Other');
  const stranger = new Actor(core, other.host, other.spaceId, other.pid);
  const response = await stranger.ask('POST', `/people/${ben.pid}/remove`, {});
  expect(await refusalOf(response)).toBe('404 not_found');
  const outside = await core.request('POST', `/v1/spaces/${host.spaceId}/people/${ben.pid}/remove`, {
    token: stranger.token,
    body: {},
  });
  expect(await refusalOf(outside)).toBe('409 not_in_space');
  expect((await ben.sees()).me?.participantId).toBe(ben.pid);
});

test.each([
  ['text', '', 'empty'],
  ['text', 'x'.repeat(141), 'too_long'],
  ['text', 'safe\u202Eevil', 'hidden_characters'],
  ['text', 7, 'wrong_type'],
])('a request with %s %j is refused as %s', async (field, value, message) => {
  const { come } = await openScene();
  const ben = await come('Ben');
  const response = await ben.ask('POST', '/request', { [field]: value });
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ fields: [{ path: field, message }] });
});

test('a request counts once in ten seconds, another sentence too, a refused one not, and each for oneself', async () => {
  const { core, host, come } = await openScene();
  const [ben, cem] = [await come('Ben'), await come('Cem')];
  const ask = (who: Actor, text: string) => who.ask('POST', '/request', { text });
  await host.ask('PATCH', '', { requestsLocked: true });
  expect(await refusalOf(await ask(ben, 'First'))).toBe('409 requests_locked');
  await host.ask('PATCH', '', { requestsLocked: false });
  expect((await ask(ben, 'First')).status).toBe(204);
  core.now += 4_000;
  const early = await ask(ben, 'Second');
  expect(early.headers.get('retry-after')).toBe('6');
  expect(await refusalOf(early)).toBe('429 rate_limited');
  expect((await ben.sees()).me?.request?.text).toBe('First');
  expect((await ask(cem, 'Mine')).status).toBe(204);
  await ben.ask('DELETE', '/request');
  expect((await ask(ben, 'Second')).status).toBe(429);
  core.now += 6_000;
  expect((await ask(ben, 'Second')).status).toBe(204);
  expect((await Promise.all([ask(ben, 'x'), ask(ben, 'y')])).map(({ status }) => status)).toEqual([429, 429]);
});

test('a clock that is set back keeps nobody from asking again', async () => {
  const { core, come } = await openScene();
  const [ben, cem] = [await come('Ben'), await come('Cem')];
  const ask = async (who: Actor) => (await who.ask('POST', '/request', {})).status;
  expect(await ask(ben)).toBe(204);
  core.now -= 3_600_000;
  expect(await ask(cem)).toBe(204);
  core.now += core.limits.requestEveryMs;
  expect([await ask(ben), await ask(cem)]).toEqual([204, 204]);
});

test('of requests sent at once one counts', async () => {
  const { host, come } = await openScene();
  const ben = await come('Ben');
  const answers = await Promise.all(['a', 'b', 'c'].map((text) => ben.ask('POST', '/request', { text })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 429, 429]);
  expect((await host.sees()).queue?.requests).toHaveLength(1);
});
