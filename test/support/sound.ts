import { setTimeout as wait } from 'node:timers/promises';
import type { CDPSession } from 'puppeteer-core';
import { createMeter, type Meter } from './sound-meter.ts';
import { until } from './until.ts';

const LOOK_MS = 200;

type Answer<Name extends keyof Meter> = Awaited<ReturnType<Meter[Name]>>;

/** Measures what one media host receives, at its peer connections and not by what any view says. */
export class Ear {
  readonly #session: CDPSession;

  constructor(session: CDPSession) {
    this.#session = session;
  }

  /** A meter of all the peer connections that the media host has now. */
  async #meter(): Promise<string> {
    const { result } = await this.#session.send('Runtime.evaluate', {
      expression: 'RTCPeerConnection.prototype',
    });
    const { objects } = await this.#session.send('Runtime.queryObjects', {
      prototypeObjectId: result.objectId!,
    });
    return (await this.#call(objects.objectId!, createMeter.toString())).objectId!;
  }

  async #call(objectId: string, functionDeclaration: string, args: unknown[] = [], returnByValue = false) {
    const { result, exceptionDetails } = await this.#session.send('Runtime.callFunctionOn', {
      objectId,
      functionDeclaration,
      arguments: args.map((value) => ({ value })),
      awaitPromise: true,
      returnByValue,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result;
  }

  async #ask<Name extends keyof Meter>(
    meter: string,
    name: Name,
    ...args: Parameters<Meter[Name]>
  ): Promise<Answer<Name>> {
    const ask = `function (...args) { return this.${name}(...args); }`;
    return (await this.#call(meter, ask, args, true)).value as Answer<Name>;
  }

  /** Whether sound comes in within the next moments; a voice with pauses needs a longer window. */
  async hears({ windowMs = 1_000 } = {}): Promise<boolean> {
    return this.#ask(await this.#meter(), 'heardWithin', windowMs);
  }

  /** Waits for sound. */
  async untilHeard(withinMs = 15_000): Promise<void> {
    await until('sound at the receiver', () => this.hears({ windowMs: LOOK_MS }), withinMs);
  }

  /** Waits for a silence of `quietMs`, and answers when the last sound came in (ms since the epoch). */
  async untilSilent({ quietMs = 1_000, withinMs = 15_000 } = {}): Promise<number> {
    const last = await this.#meter()
      .then((meter) => this.#ask(meter, 'lastSound', quietMs, withinMs))
      .catch((error: unknown) => {
        // A media host that is closed makes no sound.
        if (this.#session.detached) return Date.now();
        throw error;
      });
    if (last === null) throw new Error(`Still sound after ${withinMs} ms`);
    return last;
  }

  /** Listens until `stop`, which answers the longest time without sound (ms). */
  async watch(): Promise<{ stop(): Promise<number> }> {
    const meter = await this.#meter();
    await this.#ask(meter, 'watch');
    return { stop: () => this.#ask(meter, 'longestGap') };
  }

  /** The longest time without sound in the next `ms`. */
  async longestGap(ms: number): Promise<number> {
    const watch = await this.watch();
    await wait(ms);
    return watch.stop();
  }
}
