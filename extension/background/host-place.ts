import { send } from '../platform/messaging.ts';
import { closeOffscreen, ensureOffscreen, isOffscreenOpen } from '../platform/offscreen.ts';
import type { Tell } from '../platform/own-line.ts';
import { showMicrophoneTab } from '../platform/tabs.ts';
import { createPagePlace } from './create-page-place.ts';
import type { PagePlace } from './page-place.ts';

/** Where the media host stands in this browser. */
export interface HostPlace {
  ensure(): Promise<void>;
  isOpen(): Promise<boolean>;
  close(): Promise<void>;
  tell: Tell;
}

/** Chromium's: a document of its own. */
const OFFSCREEN: HostPlace = {
  ensure: ensureOffscreen,
  isOpen: isOffscreenOpen,
  close: closeOffscreen,
  tell: send,
};

/** Firefox's: this page, and the stage window for whoever speaks. Null in Chromium. */
export const pagePlace: PagePlace | null = import.meta.env.FIREFOX ? createPagePlace() : null;

export const hostPlace: HostPlace = pagePlace ?? OFFSCREEN;

/** Asks the person for the microphone, where the browser lets us. */
export function showMicrophone(): Promise<void> {
  return pagePlace ? pagePlace.showStage() : showMicrophoneTab();
}
