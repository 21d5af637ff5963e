import { coalesced } from '#shared/room/coalesce.ts';
import type { RoomState } from '#shared/schema/room.ts';
import type { Me } from '#shared/schema/stage.ts';
import { send } from '../platform/messaging.ts';
import * as store from '../platform/store.ts';
import { openLine } from '#shared/client/open-line.ts';
import type { RoomMemory } from '#shared/client/room-memory.ts';
import { isInRoom } from '#shared/client/room-memory.ts';
import type { SessionKeeper } from '#shared/client/session.ts';
import { StageFeed } from '#shared/client/stage-feed.ts';
import { StageLines } from '#shared/client/stage-lines.ts';
import { StageVerbs } from '#shared/client/stage-verbs.ts';
import type { Servers } from './servers.ts';
import type { Waiting } from './toolbar-face.ts';
import { isSame, NOBODY_WAITS, stillRaised, waitingIn } from './toolbar-face.ts';
import { POPUP, type Views } from './views.ts';

const PUSH_EVERY_MS = 100;

export interface StageSideDeps {
  servers: Servers;
  sessions: SessionKeeper;
  memory: RoomMemory;
  views: Views;
  /** Told what the server says of our own place, whenever that may have changed. */
  obey(me: Me | null): Promise<void>;
  /** Called when somebody else than before waits for the person. */
  onWaiting(): void;
  /** Called when the server has told something of the stage. */
  onStage(): void;
  /** Called when the session at home is over. */
  onOut(): void;
}

/** The stage of the Space that the person is in: what the server tells of it, kept and pushed, and what they do there. */
export class StageSide {
  readonly feed: StageFeed;
  readonly verbs: StageVerbs;
  readonly lines: StageLines;
  readonly #deps: StageSideDeps;
  /** Tells the popup the stage, soon. */
  readonly push: () => void;
  #waited: Waiting = NOBODY_WAITS;
  #heard: Me | null = null;
  /** The person came on stage, and no popup has told them yet. */
  #isRaised = false;
  #phase: RoomState['phase'] = 'idle';

  constructor(deps: StageSideDeps) {
    this.#deps = deps;
    const { sessions, memory, servers, views } = deps;
    const room = () => memory.room;
    this.verbs = new StageVerbs({ server: async (spaceId) => servers.of(spaceId), sessions, room });
    const clock = {
      now: () => Date.now(),
      setTimeout: (act: () => void, ms: number) => setTimeout(act, ms),
      clearTimeout: (timer: unknown) => clearTimeout(timer as number),
      random: () => Math.random(),
    };
    this.feed = new StageFeed({
      ...clock,
      token: () => this.#token(),
      idle: { token: () => this.#idleToken(), onOut: () => deps.onOut() },
      fetchStage: (spaceId) => this.verbs.preview(spaceId, this.lines.server ?? servers.home),
      onChange: () => this.#handleChange(),
      onReactions: (items) => views.tellPages(() => send('popup:reactions', { items })),
    });
    this.lines = new StageLines({ ...clock, openLine, stage: this.feed, home: () => servers.home });
    const tell = () => views.tellPages(() => this.#tellPopup());
    this.push = coalesced(tell, PUSH_EVERY_MS);
  }

  get waiting(): Waiting {
    return { ...waitingIn(this.feed.view), isRaised: this.#isRaised };
  }

  async recall(): Promise<void> {
    this.feed.recall(await store.lastStage.get());
    this.#heard = this.feed.view.me;
    this.#waited = this.waiting;
  }

  /** Follows the Space that is heard; while a join is under way, nothing comes between it and the sound. */
  follow(room: RoomState): void {
    const isIn = isInRoom(room) && room.phase !== 'joining';
    if (isIn) this.lines.follow(this.#deps.servers.of(room.spaceId), room.spaceId, room.participantId);
    else this.lines.follow(null, null, null);
    // A role that changed on the way in is not the one that the join was answered with.
    if (room.phase === 'live' && this.#phase !== 'live') void this.#deps.obey(this.feed.view.me);
    this.#phase = room.phase;
  }

  async #token(): Promise<string | null> {
    const { server } = this.lines;
    return server && ((await this.#deps.sessions.current(server))?.token ?? null);
  }

  /** Guests have nothing to lose, and whoever shows no page of ours need not tell who reads. */
  async #idleToken(): Promise<string | null> {
    const { sessions, servers, views } = this.#deps;
    const session = views.has(POPUP) ? await sessions.current(servers.home) : null;
    return session && !session.account.guest ? session.token : null;
  }

  #handleChange(): void {
    const { view } = this.feed;
    void store.lastStage.set(view);
    this.#hear(view.me);
    this.#deps.onStage();
    this.push();
    this.#noteWaiting();
  }

  #noteWaiting(): void {
    const { waiting } = this;
    if (isSame(waiting, this.#waited)) return;
    this.#waited = waiting;
    this.#deps.onWaiting();
  }

  async #tellPopup(): Promise<void> {
    await send('popup:stage', this.feed.view);
    this.#isRaised = false;
    this.#noteWaiting();
  }

  /** Each word of the server counts once: the room itself may have moved us since. */
  #hear(me: Me | null): void {
    if (me === this.#heard) return;
    this.#isRaised = stillRaised(this.#isRaised, this.#heard, me);
    this.#heard = me;
    void this.#deps.obey(me);
  }
}
