import { setTimeout as wait } from 'node:timers/promises';
import type { CDPSession } from 'puppeteer-core';
import { until } from './until.ts';

/** Less energy than this in a window is silence; a test tone has about 0.07 a second. */
const AUDIBLE = 0.000_05;

/** Runs in the media host, with all of its peer connections as `this`. */
async function sumEnergy(this: RTCPeerConnection[]): Promise<{ at: number; energy: number }> {
  const reports = await Promise.all(this.map((connection) => connection.getStats()));
  const received = reports
    .flatMap((report) => [...report.values()])
    .filter((stats) => stats.type === 'inbound-rtp');
  const energy = received.reduce((sum, stats) => sum + (stats.totalAudioEnergy ?? 0), 0);
  return { at: Date.now(), energy };
}

/** Runs in the media host: when the energy rose for the last time before it stood still for `quietMs`. */
async function lastRise(
  this: RTCPeerConnection[],
  quietMs: number,
  giveUpMs: number,
): Promise<number | null> {
  const began = Date.now();
  let risenAt = began;
  let last = -1;
  while (Date.now() - risenAt < quietMs) {
    const reports = await Promise.all(this.map((connection) => connection.getStats()));
    const received = reports
      .flatMap((report) => [...report.values()])
      .filter((stats) => stats.type === 'inbound-rtp');
    const energy = received.reduce((sum, stats) => sum + (stats.totalAudioEnergy ?? 0), 0);
    if (energy > last + 0.000_01) risenAt = Date.now();
    last = Math.max(last, energy);
    if (Date.now() - began > giveUpMs) return null;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return risenAt;
}

/** Measures what one media host receives, at its peer connections and not by what any view says. */
export class Ear {
  readonly #session: CDPSession;

  constructor(session: CDPSession) {
    this.#session = session;
  }

  async #connections(): Promise<string> {
    const { result } = await this.#session.send('Runtime.evaluate', {
      expression: 'RTCPeerConnection.prototype',
    });
    const { objects } = await this.#session.send('Runtime.queryObjects', {
      prototypeObjectId: result.objectId!,
    });
    return objects.objectId!;
  }

  async #call<T>(objectId: string, fn: (...args: number[]) => Promise<T>, ...args: number[]): Promise<T> {
    const { result, exceptionDetails } = await this.#session.send('Runtime.callFunctionOn', {
      objectId,
      functionDeclaration: fn.toString(),
      arguments: args.map((value) => ({ value })),
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  }

  async measure(): Promise<{ at: number; energy: number }> {
    return this.#call(await this.#connections(), sumEnergy);
  }

  /** Whether sound came in during the next moments; a voice with pauses needs a longer window. */
  async hears({ windowMs = 200 } = {}): Promise<boolean> {
    const before = await this.measure();
    await wait(windowMs);
    const after = await this.measure();
    return after.energy - before.energy > AUDIBLE;
  }

  /** Waits for sound. */
  async untilHeard(withinMs = 15_000): Promise<void> {
    await until('sound at the receiver', () => this.hears(), withinMs);
  }

  /** Waits for a silence of `quietMs`, and answers when the last sound came in (ms since the epoch). */
  async untilSilent({ quietMs = 1_000, withinMs = 15_000 } = {}): Promise<number> {
    const last = await this.#connections()
      .then((connections) => this.#call(connections, lastRise, quietMs, withinMs))
      .catch((error: unknown) => {
        // A media host that is closed makes no sound.
        if (this.#session.detached) return Date.now();
        throw error;
      });
    if (last === null) throw new Error(`Still sound after ${withinMs} ms`);
    return last;
  }
}
