import type { WebhookReceiver } from 'livekit-server-sdk';
import * as v from 'valibot';
import type { Logger } from '../log.ts';
import type { MediaEvent, OnMediaEvent } from '../spaces/ports.ts';
import type { Endpoint } from './endpoint.ts';

const KINDS = ['participant_joined', 'participant_left', 'room_started', 'room_finished'] as const;
const KindSchema = v.fallback(v.picklist([...KINDS, 'other']), 'other');
const MAX_AGE_MS = 5 * 60_000;

/** Thrown at a webhook that LiveKit did not sign just now. */
export class ForgedWebhook extends Error {
  override readonly name = 'ForgedWebhook';
}

/** Checks signature, body hash and age of LiveKit's webhooks and hands on what they say. */
export function webhookReader(
  endpoint: Endpoint,
  { onMediaEvent, clock, log }: { onMediaEvent: OnMediaEvent; clock(): number; log: Logger },
) {
  let receiver: Promise<WebhookReceiver> | undefined;
  const connect = async () => {
    const { WebhookReceiver } = await import('livekit-server-sdk');
    return new WebhookReceiver(endpoint.apiKey, endpoint.apiSecret);
  };
  /** Reads one raw body with its `Authorization`; throws `ForgedWebhook`. */
  return async (body: string, authorization: string): Promise<void> => {
    receiver ??= connect();
    const event = await read(await receiver, body, authorization);
    if (Math.abs(clock() - event.createdAt) > MAX_AGE_MS) throw new ForgedWebhook('too old');
    // LiveKit waits for the answer before it sends the next event of the room.
    onMediaEvent(event).catch((error: unknown) => log.error({ err: error }, 'a webhook was not applied'));
  };
}

async function read(receiver: WebhookReceiver, body: string, authorization: string): Promise<MediaEvent> {
  const event = await receiver.receive(body, authorization).catch((cause: unknown) => {
    throw new ForgedWebhook('not signed by our LiveKit', { cause });
  });
  const { participant } = event;
  return {
    id: event.id,
    kind: v.parse(KindSchema, event.event),
    room: event.room?.name ?? '',
    identity: participant?.identity,
    sid: participant?.sid,
    joinedAt: participant ? Number(participant.joinedAtMs) : undefined,
    createdAt: Number(event.createdAt) * 1000,
  };
}
