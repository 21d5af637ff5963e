import type { RoomMemory } from '#shared/client/room-memory.ts';
import { isInRoom } from '#shared/client/room-memory.ts';
import type { Outcome } from '#shared/schema/view.ts';
import { clearAlarm, setAlarm } from '../platform/lifecycle.ts';
import { isMicrophoneTabOpen } from '../platform/tabs.ts';
import { mediaHost } from './host-line.ts';
import { hostPlace, pagePlace } from './host-place.ts';
import { POPUP, type Views } from './views.ts';

export const CLOSE_HOST = 'close-host';
const CLOSE_HOST_MS = 30_000;

/** How long the media host lives: from before it is needed until a while after. */
export class HostKeeper {
  readonly #memory: RoomMemory;
  readonly #views: Views;
  readonly #isAwaited: () => boolean;

  /** `isAwaited` says whether somebody seems about to join. */
  constructor(memory: RoomMemory, views: Views, isAwaited: () => boolean) {
    this.#memory = memory;
    this.#views = views;
    this.#isAwaited = isAwaited;
  }

  /** Makes the media host and lets it do ahead what a join at this server would wait for. */
  async warm(url: string): Promise<Outcome> {
    await mediaHost.ensure();
    await this.closeSoon();
    await hostPlace.tell('host:warm', { url });
    return { fault: null };
  }

  closeSoon(): Promise<void> {
    return setAlarm(CLOSE_HOST, CLOSE_HOST_MS);
  }

  stay(): Promise<void> {
    return clearAlarm(CLOSE_HOST);
  }

  /** Nobody is in a Space and nobody is about to be: the media host may go. */
  async closeIdle(): Promise<void> {
    if (isInRoom(this.#memory.room)) return;
    if (this.#views.has(POPUP) || this.#isAwaited()) return this.closeSoon();
    await mediaHost.close();
  }

  /** After a stop the media host, where it still stands, knows best. */
  async recall(): Promise<void> {
    if (pagePlace) return pagePlace.recall();
    if (!(await mediaHost.isOpen())) return;
    const room = await mediaHost.state();
    const isNews = room.phase !== 'idle' || isInRoom(this.#memory.room);
    if (isNews) await this.#memory.keep(room);
  }

  async dismiss(): Promise<void> {
    if (await mediaHost.isOpen()) await mediaHost.dismiss();
    const { room } = this.#memory;
    if (room.phase === 'over') await this.#memory.keep({ ...room, phase: 'idle', ended: null, fault: null });
  }

  /** The microphone tab went away without an answer: then the answer is no. */
  async handleTabClosed(tabId: number): Promise<void> {
    if (pagePlace) return pagePlace.handleTabClosed(tabId);
    if (this.#memory.room.microphone !== 'asking' || (await isMicrophoneTabOpen())) return;
    if (await mediaHost.isOpen()) await mediaHost.acquire(true);
  }
}
