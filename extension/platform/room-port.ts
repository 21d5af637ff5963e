import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { RoomPortMessage } from '#shared/schema/room.ts';
import { RoomPortRequestSchema } from '#shared/schema/room.ts';
import { acceptPorts, openPort, type Port } from './own-port.ts';

/** Port on which the media host states what is so; nobody else listens on it, so its end means that the host is gone. */
const ROOM_PORT = 'room';

/** The host's end of one view's port. */
export interface ViewPort {
  post(message: RoomPortMessage): void;
  onLevels(listener: (on: boolean) => void): void;
  onClose(listener: () => void): void;
}

/** Tells of each view that connects. Only the media host calls this; answers how to stop, which closes every port. */
export function acceptRoomPorts(onView: (view: ViewPort) => void): () => void {
  const open = new Map<Port, () => void>();
  const stop = acceptPorts(ROOM_PORT, (port) => {
    let handleClose = () => undefined as void;
    open.set(port, () => handleClose());
    port.onDisconnect.addListener(() => {
      open.delete(port);
      handleClose();
    });
    onView({
      post: (message) => port.postMessage(message),
      onLevels: (listener) =>
        port.onMessage.addListener((message: unknown) => {
          const request = v.safeParse(RoomPortRequestSchema, message);
          if (request.success) listener(request.output.on);
        }),
      onClose: (listener) => void (handleClose = listener),
    });
  });
  return () => {
    stop();
    for (const [port, handleClose] of open) {
      // Only the other end hears of it.
      port.disconnect();
      handleClose();
    }
    open.clear();
  };
}

/** The view's end. */
export interface RoomPort {
  watchLevels(on: boolean): void;
  close(): void;
}

/** Connects to the media host; `onClose` also follows when there is no media host. */
export function openRoomPort(onMessage: (message: RoomPortMessage) => void, onClose: () => void): RoomPort {
  const port = openPort(ROOM_PORT);
  // Only our own media host is at the other end, and it is of the same build.
  port.onMessage.addListener((message: unknown) => onMessage(message as RoomPortMessage));
  port.onDisconnect.addListener(() => {
    // Reading it tells the browser that a missing host is no surprise.
    void browser.runtime.lastError;
    onClose();
  });
  return {
    watchLevels: (on) => port.postMessage({ t: 'levels', on }),
    close: () => port.disconnect(),
  };
}
