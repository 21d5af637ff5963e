import type { AudioTarget } from './audio.ts';

/** The background drops what nobody clicked on; this is for one that was stopped meanwhile. */
const UNHEARD_MS = 5_000;
/** So long the server lets be who has joined meanwhile. */
const HEARD_MS = 10_000;
const LOOK_EVERY_MS = 20;
/** The join waits for so long for our first sound, which would come later with two connections under way. */
const FIRST_SOUND_MS = 400;
/** People who are quiet in the one room and not yet known in the other keep nobody waiting for longer. */
const HAND_OVER_MS = 2_000;
/** While one fades in, the other goes on. */
const FADE_MS = 20;

/** A room that the person is not in: connected, hidden, subscribed to nothing until it is heard. */
export interface HiddenRoom {
  /** Resolves once connected; rejects when refused. */
  connect(target: AudioTarget): Promise<void>;
  /** From now on everybody who may be heard is. */
  hear(): void;
  /** Silent at once, then out; fine when it is neither. */
  close(): void;
  /** Participants whose sound has come to be played. */
  sounding(): ReadonlySet<string>;
  /** Whether a first sound may come any moment: on the way in, or somebody's microphone is open. */
  mayBeHeard(): boolean;
  /** Called when the server ended it. */
  onGone(listener: () => void): void;
}

export interface AheadDeps {
  room: HiddenRoom;
  /** The room that the person is in, or about to be. */
  real: {
    sounding(): ReadonlySet<string>;
    /** Keeps it from being heard, whatever the person decides about its sound, and lets it be heard again. */
    hold(on: boolean): void;
  };
  setTimeout(act: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
}

/**
 * Is connected ahead of a join: hidden and silent while the person is about to click, heard from the click until the join
 * itself is. Whatever goes wrong here, the join goes its normal way.
 */
export class Ahead {
  readonly #deps: AheadDeps;
  #spaceId: string | null = null;
  #turn = 0;
  #isHeard = false;
  #timer: unknown;

  constructor(deps: AheadDeps) {
    this.#deps = deps;
    deps.room.onGone(() => this.drop());
  }

  /** Connects in place of any other; nobody hears of what fails. */
  async look(spaceId: string, target: AudioTarget): Promise<void> {
    this.drop();
    const turn = ++this.#turn;
    this.#spaceId = spaceId;
    this.#dropAfter(UNHEARD_MS);
    try {
      await this.#deps.room.connect(target);
    } catch {
      // Refused, or nobody there: then the join says so.
      if (turn === this.#turn) this.drop();
    }
  }

  /** The person wants in there: sound begins, if this is where we are. */
  hear(spaceId: string): void {
    if (this.#spaceId !== spaceId) return this.drop();
    this.#isHeard = true;
    this.#dropAfter(HEARD_MS);
    this.#deps.room.hear();
  }

  /** Silent at once, unless it is of this Space. */
  drop(but: string | null = null): void {
    if (this.#spaceId === null || this.#spaceId === but) return;
    this.#spaceId = null;
    this.#isHeard = false;
    this.#deps.clearTimeout(this.#timer);
    this.#deps.room.close();
    this.#deps.real.hold(false);
  }

  /** The join wants to connect: resolves when it may, and until it has its sound it is not to be heard beside us. */
  async beginHandOver(): Promise<void> {
    if (!this.#isHeard) return this.drop();
    const { room, real, setTimeout } = this.#deps;
    real.hold(true);
    for (let leftMs = FIRST_SOUND_MS; leftMs > 0; leftMs -= LOOK_EVERY_MS) {
      if (!this.#isHeard || room.sounding().size > 0 || !room.mayBeHeard()) return;
      await new Promise<void>((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  /** The join is connected: it is heard as soon as it has the sound that we have. */
  endHandOver(): void {
    if (!this.#isHeard) return;
    const look = (leftMs: number) => {
      if (leftMs <= 0 || this.#isMatched()) return this.#handOver();
      this.#wait(() => look(leftMs - LOOK_EVERY_MS), LOOK_EVERY_MS);
    };
    look(HAND_OVER_MS);
  }

  #handOver(): void {
    this.#deps.real.hold(false);
    this.#wait(() => this.drop(), FADE_MS);
  }

  #isMatched(): boolean {
    const [ours, theirs] = [this.#deps.room.sounding(), this.#deps.real.sounding()];
    return theirs.size > 0 && [...ours].every((pid) => theirs.has(pid));
  }

  #dropAfter(ms: number): void {
    this.#wait(() => this.drop(), ms);
  }

  #wait(act: () => void, ms: number): void {
    this.#deps.clearTimeout(this.#timer);
    this.#timer = this.#deps.setTimeout(act, ms);
  }
}
