import { Writable } from 'node:stream';
import { pino } from 'pino';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { BlockSchema, BlocksSchema, type Block } from '#shared/schema/safety.ts';
import { Actor, done, openScene, refusalOf } from '../../support/actor.ts';
import { read } from '../../support/core-app.ts';
import { identity } from '../../support/store-contract-records.ts';

const DAY_MS = 24 * 3_600_000;

function at(who: Actor) {
  const ask = (method: string, path: string, body?: unknown) =>
    who.core.request(method, path, { token: who.token, body });
  return {
    block: (other: { pid: string }, spaceId = who.spaceId) =>
      ask('POST', '/v1/blocks', { spaceId, pid: other.pid }),
    blocks: async () =>
      v.parse(BlocksSchema, await read<{ blocks: Block[] }>(await ask('GET', '/v1/blocks'))).blocks,
    unblock: (id: string) => ask('DELETE', `/v1/blocks/${id}`),
    report: (body: object) =>
      ask('POST', '/v1/reports', { spaceId: who.spaceId, reason: 'harassment', ...body }),
  };
}

test('a listener blocks somebody on stage, is told of them before coming back, and undoes it', async () => {
  const { core, host, come } = await openScene({ limits: { requestEveryMs: 0 } });
  const [ben, cem] = [await come('Ben'), await come('Cem')];
  await ben.comesUp(host);
  const block = v.parse(BlockSchema, await read(await at(cem).block(ben)));
  expect(block).toMatchObject({ name: 'Ben', at: core.now });
  expect((await cem.sees()).blocked).toEqual([ben.pid]);
  expect((await ben.sees()).blocked).toEqual([]);
  expect((await cem.sees()).me).not.toBeNull();
  await cem.does('leave');
  expect(await refusalOf(await core.join(cem.token, cem.spaceId))).toBe('409 blocked_on_stage');
  await cem.joins({ despiteBlocked: true });
  await cem.does('leave');
  await done(await at(cem).unblock(block.id));
  expect((await cem.sees()).blocked).toEqual([]);
  await cem.joins();
});

test('blocks are listed newest first, made once, undone twice, and nobody undoes another’s', async () => {
  const { core, host, come } = await openScene();
  const [ben, cem] = [await come('Ben'), await come('Cem')];
  expect(await at(cem).blocks()).toEqual([]);
  const first = await read<Block>(await at(cem).block(host));
  core.now += 1_000;
  await read(await at(cem).block(ben));
  expect(await read<Block>(await at(cem).block(host))).toEqual(first);
  expect((await at(cem).blocks()).map(({ name }) => name)).toEqual(['Ben', 'Ana']);
  for (const id of [first.id, first.id, 'nonsense', '%00']) await done(await at(ben).unblock(id));
  expect(await at(cem).blocks()).toHaveLength(2);
  await done(await at(cem).unblock(first.id));
  await done(await at(cem).unblock(first.id));
  expect((await at(cem).blocks()).map(({ name }) => name)).toEqual(['Ben']);
});

test('a host who blocks somebody in the Space puts them out for good, there and in the next Space', async () => {
  const { core, host, come } = await openScene();
  const ben = await come('Ben');
  await read(await at(host).block(ben));
  expect(core.media.calls).toContain(`removeParticipant ${ben.pid}`);
  expect((await ben.sees()).me).toBeNull();
  expect(await refusalOf(await core.join(ben.token, ben.spaceId))).toBe('403 removed');
  await host.does('end');
  const next = await core.start(host.token, 'Next');
  await core.connect(next.participantId);
  expect(await refusalOf(await core.join(ben.token, next.space.id))).toBe('403 blocked_by_host');
});

test('a block of somebody met elsewhere puts them out of the own Space too', async () => {
  const { core, host, come } = await openScene();
  const ben = await come('Ben');
  const met = { pid: ben.pid };
  await ben.does('leave');
  const other = await core.liveSpace('Other');
  const hosting = new Actor(core, other.host, other.spaceId, other.pid);
  const bens = await read<{ participantId: string }>(await core.join(ben.token, other.spaceId));
  await read(await at(hosting).block(met, host.spaceId));
  expect((await core.store.participant(bens.participantId))?.leftReason).toBe('removed');
});

test('a co-host’s block removes nobody, and no block opens a way to remove the host', async () => {
  const { host, come } = await openScene();
  const [ben, cem] = [await come('Ben'), await come('Cem')];
  await ben.comesUp(host);
  await host.doesTo(ben, 'cohost');
  for (const target of [host, cem]) await read(await at(ben).block(target));
  for (const target of [host, cem]) expect((await target.sees()).me?.participantId).toBe(target.pid);
});

test('nobody blocks or reports themself, or somebody who is not there', async () => {
  const { core, host, come } = await openScene();
  const ben = await come('Ben');
  const other = await core.liveSpace('Other');
  const nobody = { pid: 'p_01HZZZZZZZZZZZZZZZZZZZZZZZ' };
  expect(await refusalOf(await at(ben).block(ben))).toBe('403 forbidden');
  expect(await refusalOf(await at(ben).report({ pid: ben.pid }))).toBe('403 forbidden');
  for (const target of [nobody, other]) {
    expect(await refusalOf(await at(ben).block(target))).toBe('404 not_found');
    expect(await refusalOf(await at(ben).report({ pid: target.pid }))).toBe('404 not_found');
  }
  const nowhere = '01HZZZZZZZZZZZZZZZZZZZZZZZ';
  expect(await refusalOf(await at(ben).block(host, nowhere))).toBe('404 not_found');
  expect(await refusalOf(await at(ben).report({ spaceId: nowhere }))).toBe('404 not_found');
  expect(await at(ben).blocks()).toEqual([]);
});

test('a report is kept with what was true then, and told to the log by ids alone', async () => {
  const lines: string[] = [];
  const log = pino(
    { level: 'warn' },
    new Writable({ write: (line, _, next) => (lines.push(`${line}`), next()) }),
  );
  const { core, host, come } = await openScene({ log });
  const [ben, cem] = [await come('Ben'), await come('Cem')];
  await core.store.addIdentity(identity('cem', cem.accountId));
  await core.store.addIdentity(identity('secret', cem.accountId, { shown: false }));
  await core.store.addIdentity(identity('ben', ben.accountId));
  await core.store.addIdentity(
    identity('ana', host.accountId, { network: 'bluesky', handle: '@ana.example' }),
  );
  await ben.comesUp(host);
  const reports: object[] = [];
  const { transaction } = core.store;
  core.store.transaction = (work) =>
    transaction((records) => {
      const { addReport } = records;
      return work({ ...records, addReport: (report) => (reports.push(report), addReport(report)) });
    });
  await done(await at(cem).report({ pid: ben.pid, text: 'He shouts' }));
  await done(await at(cem).report({ reason: 'spam' }));
  const who = {
    id: expect.any(String),
    at: core.now,
    spaceId: host.spaceId,
    host: host.accountId,
    reporter: cem.accountId,
    reporterName: 'Cem',
    reporterRole: 'listener',
    reporterHandles: [{ network: 'mastodon', handle: '@cem@wren.example' }],
  };
  expect(reports).toEqual([
    {
      ...who,
      target: ben.accountId,
      targetRole: 'speaker',
      targetName: 'Ben',
      targetHandles: [{ network: 'mastodon', handle: '@ben@wren.example' }],
      reason: 'harassment',
      text: 'He shouts',
    },
    {
      ...who,
      target: null,
      targetRole: null,
      targetName: 'Morning talk',
      targetHandles: [{ network: 'bluesky', handle: '@ana.example' }],
      reason: 'spam',
      text: '',
    },
  ]);
  expect(lines).toHaveLength(2);
  expect(JSON.parse(lines[0]!)).toMatchObject({
    spaceId: host.spaceId,
    reporter: cem.accountId,
    target: ben.accountId,
  });
  expect(lines.join('')).not.toMatch(/Ben|Cem|cem@|shouts|harassment/);
});

test('somebody who looks from outside, or a Space that is over, can be part of a report', async () => {
  const { core, host, come } = await openScene();
  const ben = await come('Ben');
  const visitor = new Actor(core, await core.guest(), host.spaceId, '');
  await done(await at(visitor).report({ pid: host.pid }));
  await host.does('end');
  await done(await at(visitor).report({ pid: ben.pid, reason: 'illegal' }));
});

test.each([
  ['reason', 'because', 'wrong_type'],
  ['reason', undefined, 'wrong_type'],
  ['pid', 'Ben', 'not_a_participant_id'],
  ['spaceId', 'here', 'not_a_space_id'],
  ['text', 'x'.repeat(501), 'too_long'],
  ['text', '', 'empty'],
  ['text', 'a\u202Eb', 'hidden_characters'],
])('a report with %s %j is refused as %s', async (path, value, message) => {
  const { come } = await openScene();
  const response = await at(await come('Ben')).report({ [path]: value });
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ fields: [{ path, message }] });
});

test('ten reports a day, until the oldest is a day old, each for oneself', async () => {
  const { core, host, come } = await openScene();
  const [ben, cem] = [await come('Ben'), await come('Cem')];
  const report = (who: Actor) => at(who).report({ pid: host.pid });
  for (let i = 0; i < 10; i += 1) {
    await done(await report(ben));
    core.now += 60_000;
  }
  const eleventh = await report(ben);
  expect(eleventh.headers.get('retry-after')).toBe(String((DAY_MS - 600_000) / 1_000));
  expect(await refusalOf(eleventh)).toBe('429 rate_limited');
  await done(await report(cem));
  core.now += DAY_MS - 600_000 - 1;
  expect((await report(ben)).status).toBe(429);
  core.now += 1;
  await done(await report(ben));
  expect((await report(ben)).status).toBe(429);
});

test('of reports sent at once no more than ten are kept', async () => {
  const { host, come } = await openScene();
  const ben = await come('Ben');
  const answers = await Promise.all(Array.from({ length: 14 }, () => at(ben).report({ pid: host.pid })));
  expect(answers.filter(({ status }) => status === 204)).toHaveLength(10);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(4);
});
