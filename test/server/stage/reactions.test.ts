import { expect, test } from 'vitest';
import { REACTIONS, type ReactionCount } from '#shared/schema/stage.ts';
import { createReactions } from '../../../server/live/reactions.ts';
import { openScene, refusalOf, type Actor } from '../../support/actor.ts';
import { serveStream, type StreamClient } from '../../support/stream-client.ts';
import { ulidOf } from '../../support/people.ts';

const react = (who: Actor, emoji: string = '👏') => who.does('react', { emoji });

/** Reads batches until so many reactions were counted. */
async function untilCounted(client: StreamClient, wanted: number): Promise<ReactionCount[]> {
  const items: ReactionCount[] = [];
  while (items.reduce((sum, [, , n]) => sum + n, 0) < wanted)
    items.push(...(await client.next('reactions')).items);
  return items;
}

test('a reaction reaches everybody who follows: from the stage with its sender, from a listener with nobody', async () => {
  const { core, host, come } = await openScene({ limits: { reactionsMs: 20 } });
  const url = await serveStream(core);
  const [ben, cem] = [await come('Ben'), await come('Cem', { shown: true })];
  const clients = [await host.follows(url), await ben.follows(url)];
  for (const client of clients) await client.next('me');
  await react(host, '🔥');
  for (const client of clients) {
    expect(await client.next('reactions')).toMatchObject({
      spaceId: host.spaceId,
      items: [[host.pid, '🔥', 1]],
    });
  }
  await react(ben, '💜');
  await react(cem, '💜');
  expect((await untilCounted(clients[0]!, 2)).every(([pid]) => pid === null)).toBe(true);
  await ben.comesUp(host);
  await react(ben, '💯');
  expect(await untilCounted(clients[0]!, 1)).toEqual([[ben.pid, '💯', 1]]);
});

test('three a second a person are shown, the rest are lost without a word, and others are not held back', async () => {
  const { core, host, come } = await openScene({ limits: { reactionsMs: 10 } });
  const client = await host.follows(await serveStream(core));
  await client.next('me');
  const ben = await come('Ben');
  await Promise.all(Array.from({ length: 8 }, () => react(ben)));
  await react(host, '🎉');
  const items = [];
  do items.push(...(await client.next('reactions')).items);
  while (!items.some(([, emoji]) => emoji === '🎉'));
  const claps = items.filter(([, emoji]) => emoji === '👏').reduce((sum, [, , n]) => sum + n, 0);
  expect(claps).toBe(3);
});

test('a storm of reactions from one address keeps nobody there from leaving', async () => {
  const { host, come } = await openScene({ limits: { readsPerMinute: 4 } });
  const ben = await come('Ben');
  const answers = [];
  for (let times = 0; times < 6; times += 1)
    answers.push((await ben.ask('POST', '/react', { emoji: '👏' })).status);
  expect(answers).toEqual([204, 204, 204, 204, 429, 429]);
  await ben.does('leave');
  await host.does('end');
});

test('only people in a Space that is live react, and only with what there is', async () => {
  const { core, host, come } = await openScene();
  const [ben, cem] = [await come('Ben'), await come('Cem')];
  const ask = (who: Actor, body: unknown) => who.ask('POST', '/react', body);
  for (const emoji of ['❤', 'x', '', '👏👏', '<b>', 7, null, REACTIONS]) {
    expect(await refusalOf(await ask(ben, { emoji }))).toBe('422 invalid_input');
  }
  expect(await refusalOf(await ask(ben, {}))).toBe('422 invalid_input');
  await ben.does('leave');
  expect(await refusalOf(await ask(ben, { emoji: '👏' }))).toBe('409 not_in_space');
  await host.doesTo(cem, 'remove');
  expect(await refusalOf(await ask(cem, { emoji: '👏' }))).toBe('409 not_in_space');
  await host.does('end');
  expect(await refusalOf(await ask(host, { emoji: '👏' }))).toBe('410 space_ended');
  const nobody = await core.request('POST', `/v1/spaces/${host.spaceId}/react`, { body: { emoji: '👏' } });
  expect(await refusalOf(nobody)).toBe('401 unauthenticated');
});

test('the first goes out at once, the next together after a while, each kind counted', async () => {
  const batches: ReactionCount[][] = [];
  let shown: () => void = () => {};
  const reactions = createReactions(30, (_, items) => (batches.push(items), shown()));
  const [ana, ben] = [`p_${ulidOf(1)}`, `p_${ulidOf(2)}`];
  reactions.add('s', ana, '👏');
  expect(batches).toEqual([[[ana, '👏', 1]]]);
  for (const pid of [ana, ben, null, ana, null, null]) reactions.add('s', pid, '👏');
  reactions.add('s', ana, '😂');
  reactions.add('other', ana, '💯');
  expect(batches.splice(1)).toEqual([[[ana, '💯', 1]]]);
  await new Promise<void>((resolve) => (shown = resolve));
  expect(batches[1]).toEqual([
    [ana, '👏', 2],
    [ben, '👏', 1],
    [null, '👏', 3],
    [ana, '😂', 1],
  ]);
  reactions.stop();
});

test('a storm of many kinds makes no bigger message', async () => {
  const batches: ReactionCount[][] = [];
  let shown: () => void = () => {};
  const reactions = createReactions(20, (_, items) => (batches.push(items), shown()));
  for (let i = 0; i < 50; i += 1) {
    for (const emoji of REACTIONS) reactions.add('s', `p_${ulidOf(i)}`, emoji);
  }
  await new Promise<void>((resolve) => (shown = resolve));
  reactions.stop();
  expect(batches).toHaveLength(2);
  expect(batches[1]!.length).toBeLessThanOrEqual(24);
  expect(Buffer.byteLength(JSON.stringify(batches[1]))).toBeLessThan(2_000);
});
