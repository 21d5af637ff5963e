import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { WebSocket } from 'ws';

/** As livekit-client 2.23 asks. */
const QUERY = 'auto_subscribe=1&protocol=16&sdk=js&version=2.23.0&adaptive_stream=0';
/** `SignalRequest { ping: 1 }` as protobuf writes it. */
const PING = Uint8Array.of(0x70, 0x01);

/** The signalling half of a listener: joins as livekit-client does, brings no sound along and never comes back. */
export interface SignalLine {
  /** Bytes that came in over the network so far, compressed as for browsers. */
  received(): number;
  ping(): void;
  /** Resolves once the line is closed, by whichever side. */
  gone: Promise<unknown>;
  close(): void;
}

/** Joins the room that the token names; resolves once LiveKit has answered the join, rejects when it refuses. */
export async function openSignalLine(url: string, token: string): Promise<SignalLine> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/rtc?${QUERY}&access_token=${token}`);
  const gone = new Promise((resolve) => socket.once('close', resolve));
  const upgraded = once(socket, 'upgrade') as Promise<[IncomingMessage]>;
  const answered = once(socket, 'message');
  const [[{ socket: wire }]] = await Promise.all([upgraded, answered]);
  return {
    received: () => (wire as Socket).bytesRead,
    ping: () => socket.send(PING),
    gone,
    close: () => socket.terminate(),
  };
}
