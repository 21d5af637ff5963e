import { setTimeout as wait } from 'node:timers/promises';
import type { CDPSession } from 'puppeteer-core';
import { chromiumPlace, type FarMeter, type Place } from './sound-place.ts';
import { until } from './until.ts';

const LOOK_MS = 200;
const QUIET_MS = 1_000;
const READ_EVERY_MS = 10;

type Read = FarMeter['read'];

/** Measures what one media host receives and plays, at its peer connections and not by what any view says. */
export class Ear {
  readonly #place: Place;
  #mixMeter: Promise<FarMeter> | undefined;

  constructor(place: CDPSession | Place) {
    this.#place = 'openMeter' in place ? place : chromiumPlace(place);
  }

  /** Starts to listen; what it answers reads on from there, and takes a moment for it. */
  async #open({ withArrivals = false } = {}): Promise<Read> {
    const meter = await this.#place.openMeter(withArrivals);
    // Timed from here: the timers of a page that nobody sees or hears come once a second.
    return async () => {
      await wait(READ_EVERY_MS);
      return meter.read();
    };
  }

  /** Whether sound comes in within the next moments; a voice with pauses needs a longer window. */
  async hears({ windowMs = 1_000 } = {}): Promise<boolean> {
    const read = await this.#open();
    const endAt = Date.now() + windowMs;
    for (;;) {
      const { at, isLoud } = await read();
      if (isLoud || at > endAt) return isLoud;
    }
  }

  /** Whether sound arrives within the next moments, also such as is not played. */
  async receives({ windowMs = 1_000 } = {}): Promise<boolean> {
    const read = await this.#open({ withArrivals: true });
    const endAt = Date.now() + windowMs;
    for (;;) {
      const { at, arrived } = await read();
      if (arrived || at > endAt) return arrived;
    }
  }

  /** What the next moments of the mix are like where it goes out: decibels below full scale, and the highest sample. */
  async output({ windowMs = 400 } = {}): Promise<{ decibels: number; peak: number }> {
    const meter = await (this.#mixMeter ??= this.#place.openMeter(false));
    await meter.readMix();
    await wait(windowMs);
    const { power, peak } = await meter.readMix();
    return { decibels: 10 * Math.log10(power), peak };
  }

  /** Waits for sound. */
  async untilHeard(withinMs = 15_000): Promise<void> {
    await until('sound at the receiver', () => this.hears({ windowMs: LOOK_MS }), withinMs);
  }

  /** Waits until no sound has come in for `quietMs`. */
  async untilSilent({ quietMs = QUIET_MS, withinMs = 15_000 } = {}): Promise<void> {
    await this.#lastSound(await this.#open(), { quietMs, withinMs });
  }

  /** How long after a deed, which answers when it was done (ms since the epoch), sound still came in (ms). */
  async soundAfter(deed: () => Promise<number>): Promise<number> {
    const read = await this.#open();
    const silence = this.#lastSound(read, { quietMs: QUIET_MS, withinMs: 15_000 });
    const [last, at] = await Promise.all([silence, deed()]);
    return Math.max(0, last - at);
  }

  /** When the last sound came in before a silence (ms since the epoch). */
  async #lastSound(
    read: Read,
    { quietMs, withinMs }: { quietMs: number; withinMs: number },
  ): Promise<number> {
    const began = Date.now();
    let [last, before] = [began, began];
    try {
      for (;;) {
        const { at, isLoud } = await read();
        // A reading tells of all that was since the one before, which on a busy machine is long ago: nothing later is certain.
        if (isLoud) last = before;
        before = at;
        if (at - last > quietMs) return last;
        if (at - began > withinMs) throw new Error(`Still sound after ${withinMs} ms`);
      }
    } catch (error) {
      // A media host that is closed makes no sound.
      if (this.#place.isGone()) return last;
      throw error;
    }
  }

  /** Listens until `stop`, which answers the longest time without sound (ms). */
  async watch(): Promise<{ stop(): Promise<number> }> {
    const stopping = new AbortController();
    const watching = longestGap(await this.#open(), stopping.signal);
    return {
      stop: () => {
        stopping.abort();
        return watching;
      },
    };
  }

  /** The longest time that was certainly without sound in the next `ms`. */
  async longestGap(ms: number): Promise<number> {
    const watch = await this.watch();
    await wait(ms);
    return watch.stop();
  }
}

async function longestGap(read: Read, stopped: AbortSignal): Promise<number> {
  let last = Date.now();
  let longest = 0;
  for (;;) {
    const { at, isLoud } = await read();
    // A reading tells of all that was since the one before; what a busy machine makes long is no silence by itself.
    if (isLoud) last = at;
    else longest = Math.max(longest, at - last);
    if (stopped.aborted) return longest;
  }
}
