import { effect } from '@preact/signals';
import { coalesced } from '#shared/room/coalesce.ts';
import type { MediaHost } from '#shared/room/media-host.ts';
import type { RoomState } from '#shared/schema/room.ts';
import type { ViewPort } from '../platform/room-port.ts';
import { acceptRoomPorts } from '../platform/room-port.ts';

const STATE_EVERY_MS = 250;
const LEVELS_EVERY_MS = 100;
/** Finer steps of a level than this many to the whole are seen by nobody. */
const LEVEL_STEPS = 100;

type Levels = Record<string, number>;

function coarsely(levels: Levels): Levels {
  const steps = Object.entries(levels).map(([pid, level]) => [
    pid,
    Math.round(level * LEVEL_STEPS) / LEVEL_STEPS,
  ]);
  return Object.fromEntries(steps);
}

/** Sends levels to the views that asked. On an interval: an offscreen document gets no animation frames. */
function createMeter(host: MediaHost) {
  const views = new Set<ViewPort>();
  let timer: ReturnType<typeof setInterval> | undefined;
  let told = '';
  const tick = () => {
    const levels = coarsely(host.levels());
    const news = JSON.stringify(levels);
    if (news === told) return;
    told = news;
    for (const view of views) view.post({ levels });
  };
  return (view: ViewPort, on: boolean) => {
    // Who comes anew hears of the present moment, though it be that of all others.
    told = '';
    if (on) views.add(view);
    else views.delete(view);
    if (views.size > 0) timer ??= setInterval(tick, LEVELS_EVERY_MS);
    else {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** Tells every view that connects what is so: the whole state first, then again after each change. Answers how to stop. */
export function serveViews(host: MediaHost): () => void {
  const setMetered = createMeter(host);
  return acceptRoomPorts((view) => {
    let isOpen = true;
    const post = () => {
      if (isOpen) view.post({ state: host.state.peek() });
    };
    const postSoon = coalesced(post, STATE_EVERY_MS);
    let shown: RoomState['phase'] | null = null;
    const stop = effect(() => {
      const { phase } = host.state.value;
      // A new phase reaches the view before the answer to the command that made it.
      if (phase === shown) return postSoon();
      shown = phase;
      post();
    });
    view.onLevels((on) => setMetered(view, on));
    view.onClose(() => {
      isOpen = false;
      stop();
      setMetered(view, false);
    });
  });
}
