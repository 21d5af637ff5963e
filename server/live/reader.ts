import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';

/** Close codes of `/v1/stream`. */
export const CLOSE = { restarting: 1001, badMessage: 4400, silent: 4401, stalled: 4008 } as const;

/** One push socket. Kept small on purpose: there may be twenty thousand. */
export interface Reader {
  socket: WebSocket;
  /** The connection below, to which whole frames are written. */
  raw: Duplex;
  address: string;
  /** In which part of a round of pings its turn is. */
  pingGroup: number;
  /** Said hello; before that it gets nothing. */
  listening: boolean;
  /** Asked for the live list; a page that is about one Space does not. */
  wantsList: boolean;
  /** Pings since its last sign of life. */
  unanswered: number;
  /** Since when it is behind, ms of `performance.now()`; 0 while it keeps up. */
  behindSince: number;
}

interface Bounds {
  slowBytes: number;
  stalledBytes: number;
  stalledMs: number;
}

/** Sends a framed delta and answers true, unless the reader is behind: then it will get a snapshot in its place. */
export function sendDelta(reader: Reader, frame: Buffer, slowBytes: number): boolean {
  const { socket } = reader;
  if (!reader.listening || socket.readyState !== socket.OPEN || !isKeepingUp(reader, slowBytes)) return false;
  // Without compression ws writes its own frames whole and at once, so that ours never fall inside one.
  reader.raw.write(frame);
  return true;
}

/** False for a reader with too much before it; it is behind from then on, until it has caught up. */
export function isKeepingUp(reader: Reader, slowBytes: number): boolean {
  if (reader.behindSince === 0 && reader.socket.bufferedAmount > slowBytes) {
    reader.behindSince = performance.now();
  }
  return reader.behindSince === 0;
}

export function sendTo(reader: Reader, message: Buffer): void {
  reader.socket.send(message, { binary: false });
}

/** A reader that is behind gets a snapshot once it has drained, or is closed when it does not. Answers whether it still is behind. */
export function catchUp(reader: Reader, snapshot: () => Buffer, bounds: Bounds): boolean {
  const waiting = reader.socket.bufferedAmount;
  if (waiting === 0) {
    reader.behindSince = 0;
    if (reader.wantsList) sendTo(reader, snapshot());
    return false;
  }
  const behindFor = performance.now() - reader.behindSince;
  if (waiting > bounds.stalledBytes || behindFor > bounds.stalledMs) {
    // The first time it may still read why; the next time it is cut off.
    if (reader.socket.readyState === reader.socket.OPEN) reader.socket.close(CLOSE.stalled, 'too slow');
    else reader.socket.terminate();
  }
  return true;
}
