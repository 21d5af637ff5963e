import type { CDPSession } from 'puppeteer-core';
import type { Profile } from './chromium.ts';
import { until } from './until.ts';

const JOINS = [{ urlPattern: '*/join' }];

/** Keeps what a profile asks of the server when it joins from going out, as a slow line would. */
export class HeldJoins {
  readonly #worker: CDPSession;
  readonly #held: string[] = [];

  private constructor(worker: CDPSession) {
    this.#worker = worker;
    worker.on('Fetch.requestPaused', ({ requestId }) => this.#held.push(requestId));
  }

  /** From now on, until `release`. */
  static async of(profile: Profile): Promise<HeldJoins> {
    const target = await until('the worker', async () => profile.worker());
    const held = new HeldJoins(await target.createCDPSession());
    await held.#worker.send('Fetch.enable', { patterns: JOINS });
    return held;
  }

  /** Waits until a join is on its way. */
  async untilHeld(): Promise<void> {
    await until('a join on its way', async () => this.#held.length > 0);
  }

  /** Lets go of all that was held, and holds no more. */
  async release(): Promise<void> {
    await Promise.all(
      this.#held.map((requestId) => this.#worker.send('Fetch.continueRequest', { requestId })),
    );
    await this.#worker.detach();
  }
}
