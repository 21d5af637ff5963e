import { may } from '#shared/policy/policy.ts';
import type { Limits } from '#shared/schema/limits.ts';
import type { ServerMessage } from '#shared/schema/stream.ts';
import type { ParticipantRecord, Store } from '../spaces/records.ts';
import { meOf, stageOf } from '../spaces/stage-view.ts';
import { encodeMessage, textFrame } from './encode.ts';
import { placeText, type Deliver, type Follower } from './follower.ts';
import { CLOSE } from './reader.ts';
import { readSight, type Sight } from './sight.ts';

/** Writing to so many takes a while; a bigger audience is told a little less often. */
const REST_MS_EACH = 0.05;
/** So many followers are looked up at each count, in turn, in case a word of them was lost. */
const LOOKED_AFTER = 500;
const NOBODY: ReadonlySet<string> = new Set();

export interface WatchDeps {
  store: Store;
  limits: Limits;
  clock: () => number;
  deliver: Deliver;
  onError: (error: unknown) => void;
}

/**
 * One Space and those who follow it. What they see is read from the store after each change: the first change is told at
 * once, later ones together after `pushMs`.
 */
export class Watch {
  readonly followers = new Set<Follower>();
  readonly #spaceId: string;
  readonly #deps: WatchDeps;
  readonly #touched = new Set<string>();
  #listeners: number | null = null;
  #stage = { text: '', number: 0 };
  #queue = { text: '', number: 0 };
  #due = false;
  #running: Promise<void> | null = null;
  #rest: NodeJS.Timeout | undefined;
  #expiry: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(spaceId: string, deps: WatchDeps) {
    this.#spaceId = spaceId;
    this.#deps = deps;
  }

  add(follower: Follower): void {
    this.followers.add(follower);
    this.changed();
  }

  /** Reads the Space anew and tells what changed. */
  changed(): void {
    this.#due = this.followers.size > 0;
    if (this.#due && !this.#running && !this.#rest) this.#run();
  }

  /** Whoever follows is nobody from now on, and is told so; one who cannot be told is cut off and comes back as nobody. */
  demote(follower: Follower): void {
    Object.assign(follower, { accountId: null, sessionId: null, me: '', placed: false, queue: 0 });
    const spaceId = this.#spaceId;
    const words: ServerMessage[] = [
      { t: 'me', spaceId, me: null },
      { t: 'queue', spaceId, queue: null },
    ];
    const told = words.every((word) => this.#deps.deliver(follower.reader, frameOf(word)));
    if (!told) follower.reader.socket.close(CLOSE.stalled, 'too slow');
  }

  /** Whoever follows is somebody else from now on. */
  rename(follower: Follower, accountId: string): void {
    Object.assign(follower, { accountId, me: '', queue: -1 });
    this.changed();
  }

  changedFor(accountIds: string[]): void {
    for (const accountId of accountIds) this.#touched.add(accountId);
    this.changed();
  }

  /** Counts the listeners anew. */
  recount(): void {
    this.#listeners = null;
    for (const follower of [...this.followers].slice(0, LOOKED_AFTER)) {
      if (follower.accountId !== null) this.#touched.add(follower.accountId);
      this.followers.delete(follower);
      this.followers.add(follower);
    }
    this.changed();
  }

  /** Sends one message to all, whoever is too slow for it excepted. */
  broadcast(message: ServerMessage): void {
    const frame = frameOf(message);
    for (const { reader } of this.followers) this.#deps.deliver(reader, frame);
  }

  /** Tells what was held back, and nothing afterwards. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
    clearTimeout(this.#rest);
    if (this.#due) await this.#look().catch(this.#deps.onError);
    clearTimeout(this.#expiry);
    this.followers.clear();
  }

  #run(): void {
    this.#due = false;
    this.#running = this.#look()
      .catch(this.#deps.onError)
      .then(() => {
        this.#running = null;
        this.#takeRest();
      });
  }

  #takeRest(): void {
    if (this.#closed || this.followers.size === 0) return;
    const restMs = Math.max(this.#deps.limits.pushMs, this.followers.size * REST_MS_EACH);
    this.#rest = setTimeout(() => {
      this.#rest = undefined;
      if (this.#due) this.#run();
    }, restMs).unref();
  }

  async #look(): Promise<void> {
    const { store, clock, limits } = this.#deps;
    const wanted = { followers: this.followers, touched: new Set(this.#touched), listeners: this.#listeners };
    this.#touched.clear();
    const read = store.transaction((records) => readSight(records, this.#spaceId, wanted, limits, clock()));
    const sight = await read.catch((error: unknown) => {
      for (const accountId of wanted.touched) this.#touched.add(accountId);
      throw error;
    });
    if (!sight) this.followers.clear();
    else this.#tell(sight);
  }

  #tell(sight: Sight): void {
    const { reading, listeners, queue } = sight;
    this.#listeners = listeners;
    const stage = stageOf(reading, listeners, this.#deps.limits);
    this.#stage = numbered(this.#stage, JSON.stringify({ ...stage, at: 0 }));
    if (queue) this.#queue = numbered(this.#queue, JSON.stringify(queue));
    const frames = {
      stage: once(() => frameOf({ t: 'stage', stage })),
      queue: once(() => frameOf({ t: 'queue', spaceId: this.#spaceId, queue })),
      noQueue: once(() => frameOf({ t: 'queue', spaceId: this.#spaceId, queue: null })),
    };
    for (const follower of this.followers) {
      const told = this.#tellStage(follower, frames.stage) && this.#tellPlace(follower, sight);
      if (told) this.#tellQueue(follower, sight, frames);
      if (told && stage.state === 'ended') this.followers.delete(follower);
    }
    this.#expectExpiry(sight);
  }

  #tellStage(follower: Follower, frame: () => Buffer): boolean {
    if (follower.stage === this.#stage.number) return true;
    const told = this.#deps.deliver(follower.reader, frame());
    if (told) follower.stage = this.#stage.number;
    // What is not told now must be looked up again later.
    else follower.me = '';
    return told;
  }

  #tellPlace(follower: Follower, { rows, reading, mutes }: Sight): boolean {
    const row = rows.get(follower.accountId ?? '');
    if (row === undefined) return true;
    const muted = mutes.get(follower.accountId ?? '') ?? NOBODY;
    const me = meOf(reading, row ?? undefined, { limits: this.#deps.limits, muted });
    const text = placeText(me, reading.at);
    follower.placed = row !== null && (isPlaced(row) || muted.size > 0);
    if (text === follower.me) return true;
    const told = this.#deps.deliver(follower.reader, frameOf({ t: 'me', spaceId: this.#spaceId, me }));
    follower.me = told ? text : '';
    return told;
  }

  #tellQueue(
    follower: Follower,
    { rows, queue }: Sight,
    frames: Record<'queue' | 'noQueue', () => Buffer>,
  ): void {
    const row = rows.get(follower.accountId ?? '');
    if (row === undefined) return;
    const number = queue && row && may(row.role, 'seeQueue', 'space') ? this.#queue.number : 0;
    if (number === follower.queue) return;
    const frame = number > 0 ? frames.queue() : frames.noQueue();
    if (this.#deps.deliver(follower.reader, frame)) follower.queue = number;
    else follower.me = '';
  }

  #expectExpiry({ reading }: Sight): void {
    clearTimeout(this.#expiry);
    const since = Math.min(...reading.invited.map(({ invitedAt }) => invitedAt ?? Infinity));
    if (since === Infinity || this.followers.size === 0) return;
    const leftMs = since + this.#deps.limits.invitationMs - reading.at;
    this.#expiry = setTimeout(() => this.changed(), leftMs + 1).unref();
  }
}

function isPlaced({ role, requestedAt, invitedAt }: ParticipantRecord): boolean {
  return role !== 'listener' || requestedAt !== null || invitedAt !== null;
}

function numbered(last: { text: string; number: number }, text: string): { text: string; number: number } {
  return last.text === text ? last : { text, number: last.number + 1 };
}

function frameOf(message: ServerMessage): Buffer {
  return textFrame(encodeMessage(message));
}

function once<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}
