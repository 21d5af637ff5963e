import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { FOLLOWED_MAX } from '#shared/schema/api.ts';
import { hashOfKey } from '#shared/schema/identity.ts';
import { DEFAULT_LIMITS } from '#shared/schema/limits.ts';
import { type CoreApp, openCore, temporaryDir } from '../../support/core-app.ts';
import { CROWD, must, outcomeOf, type Somebody, Talk } from '../../support/stage-talk.ts';
import { identity } from '../../support/store-contract-records.ts';

const SALT = 'AAAAAAAAAAAAAAAAAAAAAA';
const ben = 'ap:ben@wren.example';

const hashesOf = async (...keys: string[]) =>
  (await Promise.all(keys.map((key) => hashOfKey(SALT + key)))).join('');

const open = async (limits = {}) =>
  Talk.open(await openCore({ limits: { ...CROWD, ...limits } }), { speakPolicy: 'followed' });

const follow = async (talk: Talk, who: Somebody | null, hashes: string, salt = SALT) =>
  talk.ask(who, 'PUT', '/followed', { salt, hashes });

const show = (core: CoreApp, who: Somebody, name: string, shown = true) =>
  core.store.addIdentity(
    identity(`${name} of ${who.pid}`, who.account, { keys: [`ap:${name}@wren.example`], shown }),
  );

/** Somebody who listens and shows a name of their own. */
async function known(talk: Talk, name: string, shown = true): Promise<Somebody> {
  const somebody = await talk.listener(name);
  await show(talk.core, somebody, name.toLowerCase(), shown);
  return somebody;
}

const roleOf = async (talk: Talk, who: Somebody) => (await talk.stage(who)).me?.role;

test('the salted hash of a key is the beginning of its SHA-256, as anybody can make it', async () => {
  const whole = createHash('sha256')
    .update(SALT + ben)
    .digest('base64url');
  expect(await hashesOf(ben)).toBe(whole.slice(0, 8));
});

test('whom the host follows comes on stage by asking, and everybody else waits', async () => {
  const talk = await open();
  const [one, other] = [await known(talk, 'Ben'), await known(talk, 'Cem')];
  expect(await follow(talk, talk.host, await hashesOf('at:did:plc:zoe', ben))).toBe('ok');
  for (const somebody of [one, other]) expect(await talk.post(somebody, 'request')).toBe('ok');
  expect(await roleOf(talk, one)).toBe('speaker');
  expect(talk.mayPublish(one)).toBe(true);
  expect(await roleOf(talk, other)).toBe('listener');
  expect((await talk.stage(other)).me?.request?.place).toBe(1);
});

test('an identity that is not shown, a guest and another salt bring nobody up', async () => {
  const talk = await open();
  const [hidden, guest] = [await known(talk, 'Ben', false), await talk.listener('Gus')];
  await must(follow(talk, talk.host, await hashesOf(ben)));
  for (const somebody of [hidden, guest]) await must(talk.post(somebody, 'request'));
  expect([await roleOf(talk, hidden), await roleOf(talk, guest)]).toEqual(['listener', 'listener']);
  await must(follow(talk, talk.host, await hashesOf(ben), 'BBBBBBBBBBBBBBBBBBBBBB'));
  const shown = await known(talk, 'Ben');
  await must(talk.post(shown, 'request'));
  expect(await roleOf(talk, shown)).toBe('listener');
});

test('hashes are met whole, never across two of them', async () => {
  const talk = await open();
  const one = await known(talk, 'Ben');
  const hash = await hashesOf(ben);
  await must(follow(talk, talk.host, `AAAA${hash}AAAA`));
  await must(talk.post(one, 'request'));
  expect(await roleOf(talk, one)).toBe('listener');
});

test('whoever waited before the list came, or before the policy, comes up with it in their order', async () => {
  const talk = await Talk.open(await openCore({ limits: { ...CROWD, stageMax: 3 } }));
  const people = [];
  for (const name of ['Ava', 'Ben', 'Cem', 'Dan']) people.push(await known(talk, name));
  for (const somebody of people) await must(talk.post(somebody, 'request'));
  await must(talk.set(talk.host, { speakPolicy: 'followed' }));
  const keys = ['Ben', 'Cem', 'Dan'].map((name) => `ap:${name.toLowerCase()}@wren.example`);
  expect(await follow(talk, talk.host, await hashesOf(...keys))).toBe('ok');
  const roles = await Promise.all(people.map((somebody) => roleOf(talk, somebody)));
  expect(roles).toEqual(['listener', 'speaker', 'speaker', 'listener']);
  await must(talk.act(talk.host, 'demote', people[1]!));
  expect(await roleOf(talk, people[3]!)).toBe('speaker');
});

test('only the host gives the list, from outside too, and only under that policy', async () => {
  const talk = await open();
  const [cohost, listener] = [await talk.cohost(), await talk.listener()];
  const hashes = await hashesOf(ben);
  expect(await follow(talk, cohost, hashes)).toBe('forbidden');
  expect(await follow(talk, listener, hashes)).toBe('forbidden');
  expect(await follow(talk, null, hashes)).toBe('unauthenticated');
  expect(await follow(talk, await talk.listener('Nil'), hashes)).toBe('forbidden');
  expect(await talk.core.store.followed(talk.id)).toBeUndefined();
  await must(talk.post(talk.host, 'leave'));
  expect(await follow(talk, talk.host, hashes)).toBe('ok');
  expect(await talk.core.store.followed(talk.id)).toEqual({ salt: SALT, hashes });
  await must(talk.set(talk.host, { speakPolicy: 'everyone' }));
  expect(await follow(talk, talk.host, hashes)).toBe('conflict');
});

test.each([
  ['another policy', (talk: Talk) => talk.set(talk.host, { speakPolicy: 'invited' })],
  ['the end', (talk: Talk) => talk.post(talk.host, 'end')],
])('nothing of the list is kept after %s', async (_, stop) => {
  const talk = await open();
  await must(follow(talk, talk.host, await hashesOf(ben)));
  await must(stop(talk));
  expect(await talk.core.store.followed(talk.id)).toBeUndefined();
});

test('another change of the settings leaves the list', async () => {
  const talk = await open();
  await must(follow(talk, talk.host, await hashesOf(ben)));
  await must(talk.set(talk.host, { title: 'Evening talk', speakPolicy: 'followed' }));
  expect(await talk.core.store.followed(talk.id)).toBeDefined();
});

test('a list whose server crashed goes with the Space when the next one ends it', async () => {
  const dataDir = temporaryDir();
  const before = await openCore({ dataDir, limits: CROWD });
  const talk = await Talk.open(before, { speakPolicy: 'followed' });
  await must(follow(talk, talk.host, await hashesOf(ben)));
  const after = await openCore({ dataDir, limits: CROWD, now: before.now + DEFAULT_LIMITS.spaceMs });
  expect(await after.store.followed(talk.id)).toBeDefined();
  await after.perch.reconcile();
  expect((await after.store.space(talk.id))?.endReason).toBe('too_long');
  expect(await after.store.followed(talk.id)).toBeUndefined();
});

test('the list may be as long as it is promised, and no longer', async () => {
  const talk = await open();
  const long = 'A'.repeat(8 * FOLLOWED_MAX);
  expect(await follow(talk, talk.host, long)).toBe('ok');
  expect(await follow(talk, talk.host, `${long}AAAAAAAA`)).toBe('invalid_input');
  expect(await follow(talk, talk.host, 'A'.repeat(DEFAULT_LIMITS.followedBytes))).toBe('body_too_large');
  for (const hashes of ['AAAAAAA', 'AAAAAAA=', 'AAAA AAA', '\u00e9AAAAAAA']) {
    expect([hashes, await follow(talk, talk.host, hashes)]).toEqual([hashes, 'invalid_input']);
  }
  for (const salt of ['', 'short', `${SALT}A`, SALT.replace('A', '/')]) {
    expect([salt, await follow(talk, talk.host, '', salt)]).toEqual([salt, 'invalid_input']);
  }
  const other = { token: talk.host.token, body: { title: 'x'.repeat(20_000) } };
  expect(await outcomeOf(await talk.core.request('PATCH', `/v1/spaces/${talk.id}`, other))).toBe(
    'body_too_large',
  );
});

test('the API’s description names the route', async () => {
  const core = await openCore();
  const { paths } = (await (await core.request('GET', '/openapi.json')).json()) as {
    paths: Record<string, object>;
  };
  expect(Object.keys(paths['/v1/spaces/{id}/followed'] ?? {})).toEqual(['put']);
});
