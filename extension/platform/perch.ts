import type { ReadonlySignal } from '@preact/signals';
import { computed, effect, signal } from '@preact/signals';
import type { RoomPortMessage, RoomState } from '#shared/schema/room.ts';
import type { View } from '#shared/schema/view.ts';
import type { Perch } from '#shared/ui/perch.ts';
import type { Catalogue, Words } from '#shared/words/words.ts';
import { answer, send } from './messaging.ts';
import type { RoomPort } from './room-port.ts';
import { openRoomPort } from './room-port.ts';

const VIEW_EVERY_MS = 20_000;

const isInRoom = (room: RoomState) => room.phase !== 'idle' && room.phase !== 'over';

/** The active language, as the background has it. */
export async function fetchCatalogue(): Promise<Catalogue> {
  const { language, words } = await send('background:words', {});
  // Both sides are one build: the background's catalogues are typed as these words.
  return { language, words: words as unknown as Words };
}

/** Reports to the background whether this view is seen, and takes what it answers. */
function reportSight(take: (view: View) => void, until: AbortSignal): () => void {
  const report = () => {
    const visible = document.visibilityState === 'visible';
    // An orphaned content script gets no answer any more; its last view stays.
    send('background:view', { visible }).then(take, () => clearInterval(timer));
  };
  const timer = setInterval(() => document.visibilityState === 'visible' && report(), VIEW_EVERY_MS);
  document.addEventListener('visibilitychange', report, { signal: until });
  until.addEventListener('abort', () => clearInterval(timer));
  return report;
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
    if (message.t === 'state') room.value = message.state;
    else levels.value = message.levels;
  };
  const handleClose = () => {
    port = null;
    room.value = null;
    levels.value = {};
    if (!until.aborted) onLost();
  };
  const stop = effect(() => {
    if (!isInRoom(view.value.room) || port) return;
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

/**
 * Connects one view to the background and the media host until it is aborted. Resolves with the words and the first
 * view at hand; rejects when the background does not answer, as in a page that outlived an update.
 */
export async function connectPerch(where: 'bar' | 'popup', until: AbortSignal): Promise<Perch> {
  const visible = document.visibilityState === 'visible';
  const [firstCatalogue, firstView] = await Promise.all([
    fetchCatalogue(),
    send('background:view', { visible }),
  ]);
  const catalogue = signal(firstCatalogue);
  const view = signal(firstView);

  const take = (next: View) => {
    view.value = next;
    if (next.language !== catalogue.value.language)
      void fetchCatalogue().then((words) => (catalogue.value = words));
  };
  const report = reportSight(take, until);
  const handlers = where === 'bar' ? { 'bar:view': push } : { 'popup:view': push };
  function push(next: View) {
    take(next);
    return {};
  }
  until.addEventListener('abort', answer(handlers));
  const host = followHost(view, report, until);

  return {
    catalogue,
    view,
    room: computed(() => host.room.value ?? view.value.room),
    levels: host.levels,
    watchLevels: host.watchLevels,
    join: (spaceId) => send('background:join', { spaceId }),
    leave: () => send('background:leave', {}),
    host: (request) => send('background:host', request),
    end: () => send('background:end', {}),
    setMicrophone: (on) => send('background:microphone', { on }),
    openMicrophonePage: () => send('background:openMicrophone', {}),
    setVolume: (volume) => send('background:volume', { volume }),
    setSilenced: (on) => send('background:silence', { on }),
    dismiss: () => send('background:dismiss', {}),
    refresh: () => send('background:refresh', {}),
    openOptions: () => send('background:openOptions', {}),
    openPopup: () => send('background:openPopup', {}),
  };
}
