import { createHash } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import { AccessToken } from 'livekit-server-sdk';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { createLog } from '../../../server/log.ts';
import { webhookRoute } from '../../../server/media/routes.ts';
import { webhookReader } from '../../../server/media/webhooks.ts';
import type { MediaEvent } from '../../../server/spaces/ports.ts';

const ENDPOINT = { url: 'http://127.0.0.1:7880', apiKey: 'PKours', apiSecret: 's'.repeat(43) };
const NOW = Date.UTC(2026, 10, 22, 12);

const joined = (createdAt = NOW) =>
  JSON.stringify({
    id: 'EV_1',
    event: 'participant_joined',
    createdAt: `${createdAt / 1000}`,
    room: { name: 's_01ARZ3NDEKTSV4RRFFQ69G5FAV_1', sid: 'RM_1' },
    participant: { identity: 'p_01ARZ3NDEKTSV4RRFFQ69G5FAV', sid: 'PA_1', joinedAtMs: `${createdAt - 20}` },
  });

async function signature(body: string, secret = ENDPOINT.apiSecret): Promise<string> {
  const token = new AccessToken(ENDPOINT.apiKey, secret, { ttl: 300 });
  token.sha256 = createHash('sha256').update(body).digest('base64');
  return token.toJwt();
}

function receiver() {
  const events: MediaEvent[] = [];
  const app = new Hono<{ Bindings: Partial<HttpBindings> }>();
  const onMediaEvent = async (event: MediaEvent) => void events.push(event);
  const read = webhookReader(ENDPOINT, { onMediaEvent, clock: () => NOW, log: createLog('silent') });
  webhookRoute(app, read, { onlyLocal: true });
  const post = (body: string, headers: Record<string, string>) =>
    app.request('/internal/livekit', { method: 'POST', body, headers }, from('127.0.0.1', headers));
  return { app, events, post };
}

const from = (remoteAddress: string, headers: Record<string, string>) =>
  ({ incoming: { headers, socket: { remoteAddress } } }) as unknown as Partial<HttpBindings>;

test('hands on what LiveKit signed', async () => {
  const { events, post } = receiver();
  const body = joined();
  expect((await post(body, { authorization: await signature(body) })).status).toBe(204);
  expect(events).toEqual([
    {
      id: 'EV_1',
      kind: 'participant_joined',
      room: 's_01ARZ3NDEKTSV4RRFFQ69G5FAV_1',
      identity: 'p_01ARZ3NDEKTSV4RRFFQ69G5FAV',
      sid: 'PA_1',
      joinedAt: NOW - 20,
      createdAt: NOW,
    },
  ]);
});

test('knows events that it has no use for as "other"', async () => {
  const { events, post } = receiver();
  const body = JSON.stringify({ id: 'EV_2', event: 'track_published', createdAt: `${NOW / 1000}` });
  await post(body, { authorization: await signature(body) });
  expect(events).toMatchObject([{ kind: 'other', room: '' }]);
});

test('refuses a foreign signature, none, and a body that was changed or replayed later', async () => {
  const { events, post } = receiver();
  const body = joined();
  const old = joined(NOW - 6 * 60_000);
  const forgeries: [string, Record<string, string>][] = [
    [body, {}],
    [body, { authorization: 'nonsense' }],
    [body, { authorization: await signature(body, 'x'.repeat(43)) }],
    [body.replace('PA_1', 'PA_2'), { authorization: await signature(body) }],
    [old, { authorization: await signature(old) }],
    ['not json', { authorization: await signature('not json') }],
  ];
  for (const [text, headers] of forgeries) expect((await post(text, headers)).status).toBe(401);
  expect(events).toEqual([]);
});

test('is not there for anybody but this machine', async () => {
  const { app, post } = receiver();
  const body = joined();
  const headers = { authorization: await signature(body) };
  const stranger = from('192.0.2.7', headers);
  const answer = await app.request('/internal/livekit', { method: 'POST', body, headers }, stranger);
  expect(answer.status).toBe(404);
  expect((await post(body, { ...headers, 'x-forwarded-for': '192.0.2.7' })).status).toBe(404);
});
