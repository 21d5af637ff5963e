import { once } from 'node:events';
import type { ConnectionTransport } from 'puppeteer-core';
import * as v from 'valibot';
import WebSocket from 'ws';

const CommandSchema = v.looseObject({ id: v.number(), method: v.string() });

/** What Marionette says of the session that it opened. */
export const SessionSchema = v.looseObject({
  sessionId: v.string(),
  capabilities: v.looseObject({ webSocketUrl: v.string() }),
});
export type Session = v.InferOutput<typeof SessionSchema>;

/**
 * Puppeteer's way into a session that Marionette has opened. Firefox keeps one session at a time for both, so
 * Puppeteer's own request for one is answered here with that.
 */
export async function bidiTransport(session: Session): Promise<ConnectionTransport> {
  const socket = new WebSocket(session.capabilities.webSocketUrl);
  await once(socket, 'open');
  const transport: ConnectionTransport = {
    send(text) {
      const { id, method } = v.parse(CommandSchema, JSON.parse(text));
      if (method !== 'session.new') return socket.send(text);
      const answer = JSON.stringify({ type: 'success', id, result: session });
      return queueMicrotask(() => transport.onmessage?.(answer));
    },
    close: () => socket.close(),
  };
  socket.on('message', (data) => transport.onmessage?.(String(data)));
  socket.once('close', () => transport.onclose?.());
  return transport;
}
