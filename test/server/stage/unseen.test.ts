import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PERSON_ACTIONS, type PersonAction } from '#shared/policy/policy.ts';
import type { ServerMessage } from '#shared/schema/stream.ts';
import { openScene, type Actor, type Scene } from '../../support/actor.ts';
import { serveStream, StreamClient } from '../../support/stream-client.ts';

const QUICK = { pushMs: 1, countMs: 15, requestEveryMs: 0, verbsPerMinute: 100_000, readsPerMinute: 100_000 };
const SECRET = 'Zoë Unseen';

type Step = (scene: Scene, cast: Actor[], unseen: Actor) => Promise<Response>;

const personStep = fc
  .record({
    by: fc.nat(2),
    to: fc.nat(2),
    action: fc.constantFrom(...(Object.keys(PERSON_ACTIONS) as PersonAction[]).filter((a) => a !== 'remove')),
  })
  .map(
    ({ by, to, action }): Step =>
      (_, cast) =>
        cast[by]!.ask('POST', `/people/${cast[to]!.pid}/${action}`, {}),
  );
const ownStep = fc
  .record({
    who: fc.nat(2),
    act: fc.constantFrom(
      ['POST', '/request', { text: 'A word' }],
      ['DELETE', '/request', undefined],
      ['POST', '/invitation', { accept: true }],
      ['POST', '/leave-stage', {}],
      ['POST', '/shown', { shown: true }],
      ['POST', '/react', { emoji: '👏' }],
      ['POST', '/mute-all', {}],
      ['PATCH', '', { speakPolicy: 'everyone' }],
      ['PATCH', '', { speakPolicy: 'invited' }],
      ['GET', '/stage', undefined],
      ['GET', '', undefined],
    ),
  })
  .map(
    ({ who, act: [method, path, body] }): Step =>
      (_, cast) =>
        cast[who]!.ask(String(method), String(path), body),
  );
const everybodyStep = fc.constantFrom('/v1/live', '/v1/blocks', '/openapi.json').map(
  (path): Step =>
    ({ core }, [host]) =>
      core.request('GET', path, { token: host!.token }),
);
/** What the unseen one does of all that leaves them unseen. */
const unseenStep = fc
  .constantFrom(
    ['POST', '/join', {}],
    ['POST', '/leave', {}],
    ['POST', '/react', { emoji: '💜' }],
    ['POST', '/shown', { shown: false }],
    ['GET', '/stage', undefined],
  )
  .map(([method, path, body]): Step => async (_, __, unseen) => {
    await unseen.ask(String(method), String(path), body);
    return new Response();
  });

test('an unnamed listener’s name and account stand in no message to others and in no answer', async () => {
  const steps = fc.array(fc.oneof(personStep, ownStep, everybodyStep, unseenStep), {
    minLength: 10,
    maxLength: 25,
  });
  await fc.assert(
    fc.asyncProperty(steps, async (chosen) => {
      const scene = await openScene({ limits: QUICK });
      const cast = [scene.host, await scene.come('Ben'), await scene.come('Cem')];
      const url = await serveStream(scene.core);
      const nobody = await StreamClient.hello(url);
      nobody.say({ t: 'follow', spaceId: scene.host.spaceId });
      const clients = [nobody, ...(await Promise.all(cast.map((who) => who.follows(url))))];
      const unseen = await scene.come(SECRET);
      const answers: string[] = [];
      let told = 0;
      for (const step of chosen) {
        answers.push(await (await step(scene, cast, unseen)).text());
        const { v } = (await scene.host.sees()).stage;
        if (v > told) told = (await nobody.stage((stage) => stage.v >= v)).v;
      }
      const all = JSON.stringify(clients.map(({ heard }) => heard)) + answers.join('\n');
      for (const secret of [SECRET, unseen.accountId, unseen.pid]) expect(all).not.toContain(secret);
      for (const client of clients) client.socket.terminate();
      await scene.core.perch.close();
    }),
    { numRuns: 15 },
  );
});

test('the own place goes to the own reader alone, whatever people do', async () => {
  const { core, host, come } = await openScene({ limits: QUICK });
  const url = await serveStream(core);
  const [ben, cem, dua] = [await come('Ben'), await come('Cem'), await come('Dua')];
  const cast = [host, ben, cem, dua];
  const clients = await Promise.all(cast.map((who) => who.follows(url)));
  for (const client of clients) await client.next('me');
  const pids = cast.map(({ pid }) => [pid]);
  await ben.comesUp(host);
  await host.doesTo(ben, 'cohost');
  await cem.does('request', { text: 'Mine alone' });
  while (!(await clients[0]!.next('queue')).queue?.requests.length);
  pids[3]!.push((await dua.joins()).participantId);
  await ben.doesTo(dua, 'invite');
  await dua.does('invitation', { accept: true });
  await ben.doesTo(cem, 'dismiss');
  await host.does('end');
  for (const [index, client] of clients.entries()) {
    expect(await client.stage(({ state }) => state === 'ended')).toMatchObject({ people: [], listeners: 0 });
    while ((await client.next('me')).me !== null);
    const told = client.heard.filter((message): message is Place => message.t === 'me');
    for (const { me } of told) if (me) expect(pids[index]).toContain(me.participantId);
    expect(told.at(-1)?.me).toBeNull();
  }
  expect(JSON.stringify([clients[3]!.heard])).not.toContain('Mine alone');
  expect(JSON.stringify([clients[0]!.heard])).toContain('Mine alone');
});

type Place = Extract<ServerMessage, { t: 'me' }>;
