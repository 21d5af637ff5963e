import type { ReadonlySignal } from '@preact/signals';
import { computed, effect, signal } from '@preact/signals';
import type { RoomPortMessage, RoomState } from '#shared/schema/room.ts';
import type { Language } from '#shared/schema/language.ts';
import type { View } from '#shared/schema/view.ts';
import { isInSpace } from '#shared/ui/now-playing.ts';
import type { Perch } from '#shared/ui/perch.ts';
import type { Catalogue } from '#shared/words/words.ts';
import { picture } from './pictures.ts';
import { answer, send } from './view-messaging.ts';
import type { RoomPort } from './room-port.ts';
import { openRoomPort } from './room-port.ts';

const VIEW_EVERY_MS = 20_000;

/** Tells the background whether this view is seen, from now on whenever that changes; answers how to ask again. */
function reportSight(take: (view: View) => void, until: AbortSignal): () => Promise<View> {
  const isSeen = () => document.visibilityState === 'visible';
  const report = async () => {
    const view = await send('background:view', { visible: isSeen() });
    take(view);
    return view;
  };
  // A content script that outlived an update gets no answer any more; its last view stays.
  const reportAgain = () => void report().catch(() => clearInterval(timer));
  const timer = setInterval(() => isSeen() && reportAgain(), VIEW_EVERY_MS);
  document.addEventListener('visibilitychange', reportAgain, { signal: until });
  until.addEventListener('abort', () => clearInterval(timer));
  return report;
}

/** Brings the words of a language, or of the active one. */
export type BringWords = (language?: Language) => Promise<Catalogue>;

/** Fetches the words again when the view's language is another one. */
function followLanguage(
  bring: BringWords,
  first: Catalogue,
  view: ReadonlySignal<View>,
  until: AbortSignal,
): ReadonlySignal<Catalogue> {
  const catalogue = signal(first);
  const stop = effect(() => {
    const { language } = view.value;
    if (language === catalogue.peek().language) return;
    void bring(language).then((words) => {
      // The person may have chosen again meanwhile.
      if (language === view.peek().language) catalogue.value = words;
    });
  });
  until.addEventListener('abort', stop);
  return catalogue;
}

interface HostLine {
  room: ReadonlySignal<RoomState | null>;
  levels: ReadonlySignal<Readonly<Record<string, number>>>;
  watchLevels(on: boolean): void;
}

/** Keeps port `room` open while the background says that there is a room; `onLost` when the host went away. */
function followHost(view: ReadonlySignal<View>, onLost: () => void, until: AbortSignal): HostLine {
  const room = signal<RoomState | null>(null);
  const levels = signal<Readonly<Record<string, number>>>({});
  let port: RoomPort | null = null;
  let wantsLevels = false;

  const take = (message: RoomPortMessage) => {
    if (message.state) room.value = message.state;
    if (message.levels) levels.value = message.levels;
  };
  const handleClose = () => {
    port = null;
    room.value = null;
    levels.value = {};
    if (!until.aborted) onLost();
  };
  const stop = effect(() => {
    if (!isInSpace(view.value.room) || port) return;
    port = openRoomPort(take, handleClose);
    if (wantsLevels) port.watchLevels(true);
  });
  until.addEventListener('abort', () => {
    stop();
    port?.close();
  });
  return {
    room,
    levels,
    watchLevels(on) {
      wantsLevels = on;
      port?.watchLevels(on);
      if (!on) levels.value = {};
    },
  };
}

/** What our own pages may do and a bar may not. */
export type PageVerbs = Pick<
  Perch,
  | 'host'
  | 'end'
  | 'setMicrophone'
  | 'openMicrophonePage'
  | 'openOptions'
  | 'recap'
  | 'sound'
  | 'desk'
  | 'account'
  | 'bar'
  | 'share'
>;

/**
 * Connects one view to the background and the media host until it is aborted. Resolves with the words and the first
 * view at hand; rejects when the background does not answer, as in a page that outlived an update.
 */
export async function connectPerch(
  where: 'bar' | 'popup',
  bring: BringWords,
  until: AbortSignal,
  early?: { view: Promise<View | null>; catalogue?: Promise<Catalogue> },
): Promise<Omit<Perch, keyof PageVerbs>> {
  const latest = signal<View | null>(null);
  const push = (next: View) => {
    latest.value = next;
    return {};
  };
  // Before the first report: from then on the background pushes.
  const silence = answer(where === 'bar' ? { 'bar:view': push } : { 'popup:view': push });
  until.addEventListener('abort', silence);

  const report = reportSight(push, until);
  // Somebody who asked early was not yet listening for what came after; without an answer the early one stays.
  const asked = report();
  if (early) asked.catch(() => undefined);
  const [words, known] = await Promise.all([early?.catalogue ?? bring(), early?.view]);
  const first = known ?? (await asked);
  const view = computed(() => latest.value ?? first);
  const host = followHost(view, () => void report().catch(() => undefined), until);

  return {
    catalogue: followLanguage(bring, words, view, until),
    view,
    room: computed(() => host.room.value ?? view.value.room),
    levels: host.levels,
    watchLevels: host.watchLevels,
    join: (spaceId, answers, server) => send('background:join', { spaceId, ...answers, server }),
    // Whatever stands in the way, the join itself will say.
    ahead: (wish) => void send('background:ahead', wish).catch(() => undefined),
    leave: () => send('background:leave', {}),
    setVolume: (volume) => send('background:volume', { volume }),
    setSilenced: (on) => send('background:silence', { on }),
    dismiss: () => send('background:dismiss', {}),
    refresh: () => send('background:refresh', {}),
    picture,
    openPopup: () => send('background:openPopup', {}),
  };
}
