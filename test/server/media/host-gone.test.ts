import { afterAll, beforeAll, expect, test } from 'vitest';
import * as v from 'valibot';
import type { Join } from '#shared/schema/api.ts';
import { StageAnswerSchema, type Stage } from '#shared/schema/stage.ts';
import { Guest } from '../../../server/demo/client.ts';
import { listen, type Listener } from '../../support/livekit-clients.ts';
import { raiseVoice } from '../../support/raise-voice.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { until } from '../../support/until.ts';

let server: TestServer;

beforeAll(async () => {
  const limits = { hostAwayMs: 200, hostGraceMs: 1_500, reconcileMs: 300 };
  server = await startServer({ limits });
});

afterAll(() => server.stop());

interface Speaker {
  guest: Guest;
  line: Listener;
}

async function stageOf(spaceId: string): Promise<Stage> {
  const response = await fetch(`${server.url}/v1/spaces/${spaceId}/stage`);
  return v.parse(StageAnswerSchema, await response.json()).stage;
}

const rolesIn = async (spaceId: string) =>
  (await stageOf(spaceId)).people.map(({ name, role }) => `${name} ${role}`).join(', ');

const untilRoles = (spaceId: string, roles: string) =>
  until(
    `"${roles}"`,
    async () => (await rolesIn(spaceId)) === roles,
    15_000,
    () => rolesIn(spaceId),
  );

/** Under `everyone` a request is a seat. */
async function speaker(name: string, join: Join): Promise<Speaker> {
  const guest = await Guest.arrive(server.url, name);
  const line = await listen(await guest.join(join.space.id));
  const response = await fetch(`${server.url}/v1/spaces/${join.space.id}/request`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${guest.token}` },
    body: '{}',
  });
  expect(response.status).toBe(204);
  await raiseVoice(line.room);
  return { guest, line };
}

test('the talk goes on without its host, another follows, and the first host returns as host', async () => {
  const host = await Guest.arrive(server.url, 'Ana');
  const join = await host.start('Nobody pulls the rug', { speakPolicy: 'everyone' });
  const { id } = join.space;
  const line = await listen(join);
  const [bea, cem] = [await speaker('Bea', join), await speaker('Cem', join)];
  await Promise.all([bea.line.untilHeard(), cem.line.untilHeard()]);
  bea.line.longestGap();

  await line.leave();
  await until('the absence to be told', async () => (await stageOf(id)).hostLostAt !== null);
  await untilRoles(id, 'Bea host, Ana cohost, Cem speaker');
  expect((await stageOf(id)).hostLostAt).toBeNull();
  expect(bea.line.longestGap()).toBeLessThan(1_000);

  const back = await host.join(id);
  expect(back.role).toBe('host');
  const again = await listen(back);
  await untilRoles(id, 'Ana host, Bea cohost, Cem speaker');
  await again.untilHeard();
  await host.end(id);
});
