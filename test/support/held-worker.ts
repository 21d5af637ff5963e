import type { CDPSession } from 'puppeteer-core';
import type { Profile } from './chromium.ts';
import { until } from './until.ts';

const WORKERS = [{ type: 'service_worker' }, { exclude: true }];

/** Keeps a profile's service worker from running once it has been stopped: whoever wakes it waits, as on a machine that is slow. */
export class HeldWorker {
  readonly #session: CDPSession;
  #woken: CDPSession | null = null;

  private constructor(session: CDPSession) {
    this.#session = session;
    session.on('Target.attachedToTarget', ({ sessionId, waitingForDebugger }) => {
      if (waitingForDebugger) this.#woken = session.connection()!.session(sessionId);
      // One that runs already could not be stopped while it is watched.
      else void session.send('Target.detachFromTarget', { sessionId });
    });
  }

  /** From now on, until `release`. */
  static async of({ browser }: Profile): Promise<HeldWorker> {
    const held = new HeldWorker(await browser.target().createCDPSession());
    await held.#session.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter: WORKERS,
    });
    return held;
  }

  /** Lets it run, once somebody has woken it. */
  async release(): Promise<void> {
    const woken = await until('somebody to wake the worker', async () => this.#woken);
    await woken.send('Runtime.runIfWaitingForDebugger');
    await this.#session.detach();
  }
}
