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

/** One unmasked WebSocket text frame around the message, so that a broadcast frames it once and not for each reader. */
export function textFrame(message: Buffer): Buffer {
  return Buffer.concat([frameHeader(message.length), message]);
}

// RFC 6455, 5.2: FIN and opcode 1, then the length in 7 bits, or 126 and 16 bits, or 127 and 64 bits.
function frameHeader(length: number): Buffer {
  if (length < 126) return Buffer.from([0x81, length]);
  const header = Buffer.alloc(length < 65_536 ? 4 : 10);
  header[0] = 0x81;
  header[1] = length < 65_536 ? 126 : 127;
  if (length < 65_536) header.writeUInt16BE(length, 2);
  else header.writeBigUInt64BE(BigInt(length), 2);
  return header;
}

/** Null for whatever is not a message of the stream. */
export function parseMessage(text: string): ClientMessage | null {
  const message = v.safeParse(ClientTextSchema, text);
  return message.success ? message.output : null;
}
