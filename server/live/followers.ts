import { setTimeout as sleep } from 'node:timers/promises';
import type { ReactionCount } from '#shared/schema/stage.ts';
import { newFollower, type Follower, type Viewer } from './follower.ts';
import { encodeMessage, textFrame } from './encode.ts';
import { CLOSE, type Reader } from './reader.ts';
import { Watch, type WatchDeps } from './watch.ts';

/** Which Space a reader wants to follow, and by whose session. */
interface Wish {
  spaceId: string | null;
  token?: string;
}

interface FollowersDeps extends WatchDeps {
  /** Whose a session's token is; null for a token of nobody. */
  whoIs: (token: string) => Promise<Viewer | null>;
}

const OUT = textFrame(encodeMessage({ t: 'out' }));

/** Who follows which Space, one at most for each reader, and the telling of what happens there. */
export class Followers {
  readonly #deps: FollowersDeps;
  readonly #watches = new Map<string, Watch>();
  readonly #followed = new Map<Reader, { watch: Watch; follower: Follower }>();
  /** Readers in no Space, by the session of whose end they want to hear. */
  readonly #idle = new Map<Reader, string>();
  readonly #wishes = new Map<Reader, Wish>();
  /** Readers whose wish is looked up, or was a moment ago. */
  readonly #busy = new Set<Reader>();
  /** How often sessions have ended or changed hands: what was looked up meanwhile may be wrong. */
  #moves = 0;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(deps: FollowersDeps) {
    this.#deps = deps;
  }

  get size(): number {
    return [...this.#watches.values()].reduce((sum, { followers }) => sum + followers.size, 0);
  }

  start(): void {
    this.#timer = setInterval(() => this.#recount(), this.#deps.limits.countMs).unref();
  }

  /** Tells everybody what was held back, and nothing afterwards. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    this.#wishes.clear();
    await Promise.all([...this.#watches.values()].map((watch) => watch.close()));
    this.#watches.clear();
  }

  /**
   * Follows one Space in place of another. The first wish is looked up at once, later ones at most every `pushMs`, and of
   * those that come meanwhile only the newest counts.
   */
  follow(reader: Reader, wish: Wish): void {
    if (this.#closed) return;
    this.#wishes.set(reader, wish);
    this.#drop(reader);
    if (!this.#busy.has(reader))
      void this.#fulfil(reader).catch((error: unknown) => this.#giveUp(reader, error));
  }

  /** The reader is gone. */
  forget(reader: Reader): void {
    this.#wishes.delete(reader);
    this.#drop(reader);
  }

  /** A reader that was behind reads again: it gets the newest of all that it missed. */
  caughtUp(reader: Reader): void {
    this.#followed.get(reader)?.watch.changed();
  }

  changed(spaceId: string): void {
    this.#watches.get(spaceId)?.changed();
  }

  changedFor(spaceId: string, accountIds: string[]): void {
    this.#watches.get(spaceId)?.changedFor(accountIds);
  }

  /** Sessions speak for another account, or are over: those who follow by them are told so at once. */
  sessionsMoved(sessions: ReadonlyMap<string, string | null>): void {
    this.#moves += 1;
    for (const { watch, follower } of this.#followed.values()) {
      const accountId = sessions.get(follower.sessionId ?? '');
      if (accountId === null) watch.demote(follower);
      else if (accountId !== undefined) watch.rename(follower, accountId);
    }
    for (const [reader, sessionId] of this.#idle) if (sessions.get(sessionId) === null) this.#tellOut(reader);
  }

  showReactions(spaceId: string, items: ReactionCount[]): void {
    this.#watches.get(spaceId)?.broadcast({ t: 'reactions', spaceId, items });
  }

  async #fulfil(reader: Reader): Promise<void> {
    this.#busy.add(reader);
    for (let wish = this.#wishes.get(reader); wish; wish = this.#wishes.get(reader)) {
      const moves = this.#moves;
      const viewer = await this.#viewerOf(wish.token);
      if (moves !== this.#moves) continue;
      if (this.#wishes.get(reader) === wish) {
        this.#wishes.delete(reader);
        if (wish.spaceId !== null) this.#add(wish.spaceId, reader, viewer);
        else if (viewer) this.#idle.set(reader, viewer.sessionId);
        else if (wish.token !== undefined) this.#tellOut(reader);
      }
      await sleep(this.#deps.limits.pushMs, undefined, { ref: false });
    }
    this.#busy.delete(reader);
  }

  #giveUp(reader: Reader, error: unknown): void {
    this.#busy.delete(reader);
    this.#wishes.delete(reader);
    this.#deps.onError(error);
  }

  async #viewerOf(token: string | undefined): Promise<Viewer | null> {
    return token === undefined ? null : this.#deps.whoIs(token);
  }

  #add(spaceId: string, reader: Reader, viewer: Viewer | null): void {
    const watch = this.#watches.get(spaceId) ?? new Watch(spaceId, this.#deps);
    this.#watches.set(spaceId, watch);
    const follower = newFollower(reader, viewer);
    this.#followed.set(reader, { watch, follower });
    watch.add(follower);
  }

  /** Who cannot be told is cut off, and asks again. */
  #tellOut(reader: Reader): void {
    this.#idle.delete(reader);
    if (!this.#deps.deliver(reader, OUT)) reader.socket.close(CLOSE.stalled, 'too slow');
  }

  #drop(reader: Reader): void {
    this.#idle.delete(reader);
    const followed = this.#followed.get(reader);
    if (!followed) return;
    this.#followed.delete(reader);
    followed.watch.followers.delete(followed.follower);
  }

  #recount(): void {
    for (const [spaceId, watch] of this.#watches) {
      if (watch.followers.size > 0) watch.recount();
      else this.#watches.delete(spaceId);
    }
  }
}
