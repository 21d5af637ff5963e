import type { LiveFeed } from '#shared/client/live-feed.ts';
import type { JoinRequest } from '#shared/schema/api.ts';
import type { RoomState } from '#shared/schema/room.ts';
import { history, keepsHistory, shownToOthers } from '../platform/choices-store.ts';
import { HistoryKeeper } from './history-keeper.ts';
import type { Servers } from './servers.ts';
import type { StageSide } from './stage-side.ts';
import type { Views } from './views.ts';

/** What of the background this needs, once it stands. */
interface Around {
  servers: Servers;
  stage: StageSide;
  feed: LiveFeed;
  views: Views;
}

/** How much of the person others see, and how much of where they were this device keeps. */
export class PrivacySide {
  /** The person wants to be named to others while listening. */
  isShown = false;
  readonly #around: () => Around;
  readonly #history: HistoryKeeper;

  constructor(around: () => Around) {
    this.#around = around;
    this.#history = new HistoryKeeper({
      history,
      isKept: keepsHistory,
      serverOf: (spaceId) => around().servers.of(spaceId).url,
      hostOf: (spaceId) => this.#hostOf(spaceId),
      now: () => Date.now(),
    });
  }

  async recall(): Promise<void> {
    shownToOthers.watch(() => void this.#read());
    this.isShown = await shownToOthers.get();
  }

  /** What a join brings along, unless the person answers otherwise. */
  get answers(): JoinRequest {
    return this.isShown ? { shown: true } : {};
  }

  take(room: RoomState, before: RoomState): void {
    void this.#history.take(room, before);
  }

  async #read(): Promise<void> {
    this.isShown = await shownToOthers.get();
    this.#around().views.pushAll();
  }

  #hostOf(spaceId: string): string {
    const { stage, feed } = this.#around();
    const heard = stage.feed.view.stage;
    const people = heard?.id === spaceId ? heard.people : feed.list.cards[spaceId]?.stage;
    return people?.find(({ role }) => role === 'host')?.name ?? '';
  }
}
