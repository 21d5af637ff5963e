import { browser } from 'wxt/browser';
import { self } from './own.ts';
import { acceptPorts, openPort } from './own-port.ts';
import { isOwnPage } from './sender.ts';

/** Port that keeps the microphone open for as long as it stands: whatever becomes of the view, its end is heard. */
const TALK_PORT = 'talk';

/** A view's end: talks until what it answers is called, or the view is gone. */
export function openTalk(): () => void {
  const port = openPort(TALK_PORT);
  // Reading it tells the browser that a missing host is no surprise.
  port.onDisconnect.addListener(() => void browser.runtime.lastError);
  return () => port.disconnect();
}

/** The media host's end; answers how to stop. No page of a site can talk. */
export function acceptTalks(turn: (on: boolean) => void): () => void {
  return acceptPorts(TALK_PORT, (port) => {
    if (!port.sender || !isOwnPage(port.sender, self())) return;
    turn(true);
    port.onDisconnect.addListener(() => turn(false));
  });
}
