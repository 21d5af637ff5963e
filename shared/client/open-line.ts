import type { Line, LineEvents } from './push-line.ts';

/** A WebSocket as the feed sees it; one that cannot be made closes at once. */
export function openLine(url: string, events: LineEvents): Line {
  const socket = new WebSocket(url);
  socket.addEventListener('open', () => events.onOpen());
  socket.addEventListener('message', ({ data }) => events.onText(String(data)));
  socket.addEventListener('close', () => events.onClose());
  return {
    send: (text) => socket.send(text),
    close: () => socket.close(),
  };
}
