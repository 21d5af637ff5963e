import type { FaultCode } from '#shared/schema/errors.ts';
import { Fault } from './fault.ts';

const AT_ONCE = 4;
const WAITING_MAX = 100;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 10 * 60_000;

/** Lets few requests at once through to one server, and none for a while after it has failed. */
export class Turnstile {
  readonly #now: () => number;
  #inside = 0;
  readonly #waiting: (() => void)[] = [];
  #failures = 0;
  #pause: { until: number; fault: FaultCode } | null = null;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Runs `act` when its turn comes; a fault that `isFine` says nothing against the server. Rejects at once in a pause. */
  async pass<T>(act: () => Promise<T>, isFine: (error: unknown) => boolean): Promise<T> {
    this.#check();
    if (this.#inside >= AT_ONCE) await this.#wait();
    else this.#inside += 1;
    try {
      this.#check();
      const result = await act();
      this.forgive();
      return result;
    } catch (error) {
      if (isFine(error)) this.forgive();
      else this.#fail(error);
      throw error;
    } finally {
      this.#leave();
    }
  }

  /** It is heard from elsewhere that the server is well again. */
  forgive(): void {
    this.#failures = 0;
    this.#pause = null;
  }

  #check(): void {
    if (this.#pause && this.#now() < this.#pause.until) throw new Fault(this.#pause.fault);
  }

  #wait(): Promise<void> {
    if (this.#waiting.length >= WAITING_MAX) throw new Fault('rate_limited');
    return new Promise((resolve) => void this.#waiting.push(resolve));
  }

  /** The next one takes the place that is given up. */
  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#inside -= 1;
  }

  /** Those that were inside together fail as one. */
  #fail(error: unknown): void {
    if (!(error instanceof Fault) || (this.#pause && this.#now() < this.#pause.until)) return;
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** this.#failures, LONGEST_PAUSE_MS);
    this.#failures += 1;
    this.#pause = { until: this.#now() + pauseMs, fault: error.code };
  }
}
