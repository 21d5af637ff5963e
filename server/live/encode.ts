import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { Card } from '#shared/schema/space.ts';
import { ClientMessageSchema, type ClientMessage, type ServerMessage } from '#shared/schema/stream.ts';

const ClientTextSchema = v.pipe(v.string(), v.parseJson(), ClientMessageSchema);

/** The live list as it goes out: `body` for `GET /v1/live`, `snap` for the push socket, `rev` the hash of its cards. */
export interface EncodedList {
  rev: string;
  body: Buffer;
  snap: Buffer;
}

export function encodeList(cards: Card[]): EncodedList {
  const spaces = JSON.stringify(cards);
  const rev = createHash('sha256').update(spaces).digest('base64url').slice(0, 22);
  return {
    rev,
    body: Buffer.from(`{"rev":"${rev}","spaces":${spaces}}`),
    snap: Buffer.from(`{"t":"snap","topic":"live","rev":"${rev}","items":${spaces}}`),
  };
}

export function encodeMessage(message: ServerMessage): Buffer {
  return Buffer.from(JSON.stringify(message));
}

/** Null for whatever is not a message of the stream. */
export function parseMessage(text: string): ClientMessage | null {
  const message = v.safeParse(ClientTextSchema, text);
  return message.success ? message.output : null;
}
