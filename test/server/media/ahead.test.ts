import { Room } from '@livekit/rtc-node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as v from 'valibot';
import { AheadSchema, type Ahead } from '#shared/schema/api.ts';
import { Guest } from '../../../server/demo/client.ts';
import { listen, speak } from '../../support/livekit-clients.ts';
import { roomService } from '../../support/media-keys.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { until } from '../../support/until.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ limits: { aheadMs: 2_000 } });
});

afterAll(() => server.stop());

async function ticket(spaceId: string): Promise<Ahead> {
  const { token } = await Guest.arrive(server.url, 'Ben');
  const response = await fetch(`${server.url}/v1/spaces/${spaceId}/ahead`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: '{}',
  });
  return v.parse(AheadSchema, await response.json());
}

test('whoever listens ahead is seen by nobody, hears nothing before they want to, and is put out in time', async () => {
  const host = await Guest.arrive(server.url, 'Ana');
  const join = await host.start('Look before');
  const speaker = await speak(join);
  const other = await listen(await (await Guest.arrive(server.url, 'Cy')).join(join.space.id));
  const { ahead, url, token } = await ticket(join.space.id);
  const room = new Room();
  await room.connect(url, token, { autoSubscribe: false, dynacast: false });
  const rooms = await roomService(server.dataDir);
  const seen = await rooms.getParticipant(`s_${join.space.id}_1`, ahead);
  expect(seen.permission).toMatchObject({
    canSubscribe: true,
    canPublish: false,
    canPublishData: false,
    hidden: true,
  });
  expect([...other.room.remoteParticipants.keys()]).toEqual([join.participantId]);
  const publications = [...room.remoteParticipants.values()].flatMap((one) => [
    ...one.trackPublications.values(),
  ]);
  expect(publications.map(({ subscribed }) => subscribed)).toEqual([false]);
  const space = await (await fetch(`${server.url}/v1/spaces/${join.space.id}`)).json();
  expect(space).toMatchObject({ listeners: 1 });
  await until('the listener to be put out', async () => !room.isConnected);
  await speaker.hangUp();
  await host.end(join.space.id);
});
