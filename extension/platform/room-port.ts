import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { RoomPortMessage } from '#shared/schema/room.ts';
import { RoomPortRequestSchema } from '#shared/schema/room.ts';
import { self } from './own.ts';

/** Port on which the media host states what is so; nobody else listens on it, so its end means that the host is gone. */
const ROOM_PORT = 'room';

/** The host's end of one view's port. */
export interface ViewPort {
  post(message: RoomPortMessage): void;
  onLevels(listener: (on: boolean) => void): void;
  onClose(listener: () => void): void;
}

/** Tells of each view that connects. Only the media host calls this. */
export function acceptRoomPorts(onView: (view: ViewPort) => void): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== ROOM_PORT || port.sender?.id !== self().id) return;
    onView({
      post: (message) => port.postMessage(message),
      onLevels: (listener) =>
        port.onMessage.addListener((message: unknown) => {
          const request = v.safeParse(RoomPortRequestSchema, message);
          if (request.success) listener(request.output.on);
        }),
      onClose: (listener) => port.onDisconnect.addListener(() => listener()),
    });
  });
}

/** The view's end. */
export interface RoomPort {
  watchLevels(on: boolean): void;
  close(): void;
}

/** Connects to the media host; `onClose` also follows when there is no media host. */
export function openRoomPort(onMessage: (message: RoomPortMessage) => void, onClose: () => void): RoomPort {
  const port = browser.runtime.connect({ name: ROOM_PORT });
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
