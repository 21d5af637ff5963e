import { browser } from 'wxt/browser';

const PAGE = '/offscreen.html';

interface Context {
  tabId: number;
  windowId: number;
}

/** What the polyfill's types do not know. */
interface NewerApis {
  offscreen: {
    createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
    closeDocument(): Promise<void>;
  };
  runtime: {
    getURL(path: string): string;
    getContexts(filter: { contextTypes: string[]; documentUrls: string[] }): Promise<Context[]>;
  };
}

const newer = () => browser as unknown as NewerApis;

let making: Promise<void> | null = null;
/** While it goes the browser still counts it among those that are open. */
let going: Promise<void> = Promise.resolve();

/** Our pages of this address that are open now. */
export function findPages(contextType: 'OFFSCREEN_DOCUMENT' | 'TAB', path: string): Promise<Context[]> {
  const { runtime } = newer();
  return runtime.getContexts({ contextTypes: [contextType], documentUrls: [runtime.getURL(path)] });
}

export async function isOffscreenOpen(): Promise<boolean> {
  return (await findPages('OFFSCREEN_DOCUMENT', PAGE)).length > 0;
}

async function openOffscreen(): Promise<void> {
  await going;
  if (await isOffscreenOpen()) return;
  await newer().offscreen.createDocument({
    url: PAGE,
    // One of these keeps the page without a time limit; playback alone would close it after 30 s of silence.
    reasons: ['WEB_RTC', 'USER_MEDIA', 'AUDIO_PLAYBACK'],
    justification: 'Plays the live audio Space you joined while you browse.',
  });
}

/** Makes the offscreen document unless it is there; calls at the same time share one making. */
export function ensureOffscreen(): Promise<void> {
  making ??= openOffscreen().finally(() => {
    making = null;
  });
  return making;
}

async function closeOpen(): Promise<void> {
  if (await isOffscreenOpen()) await newer().offscreen.closeDocument();
}

export async function closeOffscreen(): Promise<void> {
  await making;
  const closing = closeOpen();
  going = closing.catch(() => undefined); // Whoever closes it hears of a failure.
  await closing;
}
