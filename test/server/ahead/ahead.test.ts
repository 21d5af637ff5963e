import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { ulid } from 'ulid';
import type { Ahead, Session } from '#shared/schema/api.ts';
import { done, openScene, refusalOf, type Scene } from '../../support/actor.ts';
import { read, temporaryDir, type CoreApp } from '../../support/core-app.ts';
import { openModerated } from '../../support/operators.ts';
import { until } from '../../support/until.ts';

const REFUSED = { refused: 'unauthenticated' };

const ask = (core: CoreApp, { token }: Pick<Session, 'token'>, spaceId: string) =>
  core.request('POST', `/v1/spaces/${spaceId}/ahead`, { token, body: {} });

/** Somebody outside who is connected ahead of a join. */
async function looking({ core, host }: Scene, session?: Session) {
  const who = session ?? (await core.guest('Ben'));
  const { ahead } = await read<Ahead>(await ask(core, who, host.spaceId));
  const { room } = await core.connect(ahead);
  return { ...who, ahead, isThere: () => core.media.rooms.get(room)?.has(ahead) ?? false };
}

/** All rows of all tables. */
function contents(dataDir: string): string {
  const db = new DatabaseSync(join(dataDir, 'perch.sqlite'), { readOnly: true });
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all();
  const rows = tables.map(({ name }) => [name, db.prepare(`SELECT * FROM "${String(name)}"`).all()]);
  db.close();
  return JSON.stringify(rows);
}

test('whoever listens ahead can hear and nothing else, hidden', async () => {
  const scene = await openScene();
  const { ahead } = await looking(scene);
  expect(await scene.core.perch.admit(ahead)).toEqual({
    admission: {
      room: `s_${scene.host.spaceId}_1`,
      identity: ahead,
      name: '',
      role: 'listener',
      exposed: false,
    },
  });
});

test('a look leaves every table as it was, counts nobody, lists nobody and is not logged', async () => {
  const dataDir = temporaryDir();
  const lines: string[] = [];
  const sink = new Writable({ write: (chunk, _encoding, next) => (lines.push(String(chunk)), next()) });
  const scene = await openScene({ dataDir, log: pino(sink) });
  const { core, host } = scene;
  const ben = await core.guest('Ben');
  core.now += 2 * 3_600_000;
  const [before, said] = [contents(dataDir), lines.length];
  const list = await (await core.request('GET', '/v1/live')).text();
  const { ahead } = await looking(scene, ben);
  const seen = { identity: ahead, sid: 'PA_h', joinedAt: core.now };
  await core.perch.onMediaEvent(core.event('participant_left', `s_${host.spaceId}_1`, seen));
  await core.perch.lost(ahead);
  expect(contents(dataDir)).toBe(before);
  expect(lines.slice(said).filter((line) => line.includes('ahead') || line.includes(ben.account.id))).toEqual(
    [],
  );
  expect(await (await core.request('GET', '/v1/live')).text()).toBe(list);
  expect((await host.sees()).stage.people).toHaveLength(1);
});

test('a ticket is good for its time and no longer, and then its listener is put out', async () => {
  const scene = await openScene({ limits: { aheadMs: 60 } });
  const { core } = scene;
  const ben = await looking(scene);
  core.now += 60;
  expect(await core.perch.admit(ben.ahead)).toEqual(REFUSED);
  await until('the listener to be out', async () => !ben.isThere());
});

test('whoever joins meanwhile is let be while the sound goes over', async () => {
  const scene = await openScene({ limits: { aheadMs: 50, aheadKeptMs: 300 } });
  const { core, host } = scene;
  const ben = await looking(scene);
  await read(await core.join(ben.token, host.spaceId));
  const eve = await looking(scene, await core.guest('Eve'));
  core.now += 50;
  await until('one who did not join to be out', async () => !eve.isThere());
  expect(ben.isThere()).toBe(true);
  core.now += 250;
  await until('the listener to be out', async () => !ben.isThere());
});

test('a newer look of the same account ends the older one', async () => {
  const scene = await openScene();
  const first = await looking(scene);
  const second = await looking(scene, first);
  expect([first.isThere(), second.isThere()]).toEqual([false, true]);
  expect(await scene.core.perch.admit(first.ahead)).toEqual(REFUSED);
});

test('looks are counted by account and by address', async () => {
  const scene = await openScene({ limits: { aheadsPerAccount: 2, aheadsPerMinute: 4 } });
  const [ben, eve] = [await scene.core.guest('Ben'), await scene.core.guest('Eve')];
  const answers = [];
  for (const who of [ben, ben, ben, eve, eve])
    answers.push((await ask(scene.core, who, scene.host.spaceId)).status);
  expect(answers).toEqual([200, 200, 429, 200, 429]);
});

test('refuses whom a join would refuse', async () => {
  const scene = await openScene();
  const { core, host, come } = scene;
  const removed = await come('Rem');
  await host.doesTo(removed, 'remove');
  expect(await refusalOf(await ask(core, removed, host.spaceId))).toBe('403 removed');
  expect(await refusalOf(await ask(core, { token: 'nobody' }, host.spaceId))).toBe('401 unauthenticated');
  expect(await refusalOf(await ask(core, await core.guest(), ulid()))).toBe('404 not_found');
  const unbegun = await core.guest('Uma');
  const { space } = await core.start(unbegun.token);
  expect(await refusalOf(await ask(core, unbegun, space.id))).toBe('409 conflict');
  await core.request('PATCH', `/v1/spaces/${host.spaceId}`, {
    token: host.token,
    body: { allowGuests: false },
  });
  expect(await refusalOf(await ask(core, await core.guest(), host.spaceId))).toBe('403 guests_refused');
});

test('a suspension, a block, a sign-out and the end put a listener out like a participant', async () => {
  const scene = await openModerated();
  const { core, host, come, operator } = scene;
  const suspended = await looking(scene);
  await done(await operator.suspend(suspended.account.id, core.now + 60_000));
  expect([suspended.isThere(), await core.perch.admit(suspended.ahead)]).toEqual([false, REFUSED]);

  const known = await come('Kim');
  const kims = { token: known.token, account: { id: known.accountId, name: 'Kim', guest: true } };
  await known.does('leave');
  const blocked = await looking(scene, kims);
  const body = { spaceId: host.spaceId, pid: known.pid };
  await read(await core.request('POST', '/v1/blocks', { token: host.token, body }));
  expect([blocked.isThere(), await core.perch.admit(blocked.ahead)]).toEqual([false, REFUSED]);

  const signedOut = await looking(scene);
  const { id } = (await core.store.sessionsOf(signedOut.account.id))[0]!;
  await done(await core.request('DELETE', `/v1/me/sessions/${id}`, { token: signedOut.token }));
  expect([signedOut.isThere(), await core.perch.admit(signedOut.ahead)]).toEqual([false, REFUSED]);

  const last = await looking(scene);
  await host.does('end');
  expect([last.isThere(), await core.perch.admit(last.ahead)]).toEqual([false, REFUSED]);
});

test('the reconciler lets a listener be for a while, also one of a server before, and then puts them out', async () => {
  const scene = await openScene();
  const { core, host } = scene;
  const ben = await looking(scene);
  const stray = `h_${ulid(core.now)}`;
  const room = `s_${host.spaceId}_1`;
  core.media.connect({ room, identity: stray, name: '', role: 'listener', exposed: false }, core.now);
  await core.perch.reconcile();
  expect([ben.isThere(), core.media.rooms.get(room)!.has(stray)]).toEqual([true, true]);
  core.now += core.limits.aheadKeptMs;
  await core.perch.reconcile();
  expect([ben.isThere(), core.media.rooms.get(room)!.has(stray)]).toEqual([false, false]);
});

test('a listener keeps no empty Space alive', async () => {
  const scene = await openScene();
  const { core, host } = scene;
  await host.does('leave');
  core.now += core.limits.stageEmptyMs;
  await looking(scene);
  await core.perch.reconcile();
  expect((await core.store.space(host.spaceId))?.state).toBe('ended');
});
