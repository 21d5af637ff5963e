import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Limits } from '#shared/schema/limits.ts';
import type { Logger } from '../log.ts';
import type { Endpoint } from './endpoint.ts';
import { LiveKitMissing } from './find-livekit.ts';
import { healthOf } from './livekit-probe.ts';
import type { LiveKitProcess } from './livekit-process.ts';
import { PortTaken } from './ports-in-use.ts';

/** LiveKit under our watch. */
export interface LiveKit {
  endpoint: Endpoint;
  /** Whether it answered the last health call. */
  isUp(): boolean;
  /** Watches it, and starts it whenever it is not there, until `stop`. Rejects only when it can never run: `LiveKitMissing`, `PortTaken` at the first start. */
  run(): Promise<void>;
  /** Ends the watch and, unless it is to stay, LiveKit: within `graceMs` (3 s) or by force. */
  stop(how?: StopHow): Promise<void>;
}

export interface StopHow {
  stays?: boolean;
  graceMs?: number;
}

export interface LiveKitDeps {
  limits: Pick<Limits, 'mediaHealthMs'>;
  log: Logger;
  /** Finds or builds the binary. */
  find(): Promise<string>;
  /** It came up anew, without its rooms. */
  onRestart(): void;
}

const CALL_MS = 1_000;
/** A health call may take so many times the pause between two, up to `CALL_MS`. */
const CALL_SHARE = 10;
/** Calls that may go wrong in a row while somebody still listens, because a busy machine answers late. */
const PATIENCE = 8;
const START_CALLS_MS = 50;
const START_MS = 15_000;
const BACK_OFF_MS = [0, 500, 1_000, 2_000, 5_000];

/** Runs LiveKit as our child, or goes on with one that outlived an earlier server. */
export function watchLiveKit(livekit: LiveKitProcess, deps: LiveKitDeps): LiveKit {
  return new Watch(livekit, deps);
}

class Watch implements LiveKit {
  readonly endpoint: Endpoint;
  readonly #livekit: LiveKitProcess;
  readonly #deps: LiveKitDeps;
  readonly #halt = new AbortController();
  /** Aborted when the present livekit-server has ended, or is to be watched no longer. */
  #life = new AbortController();
  #up: boolean;
  #hasRun: boolean;
  /** Why it last did not start. */
  #complaint: string | null = null;
  #running: Promise<void> = Promise.resolve();

  constructor(livekit: LiveKitProcess, deps: LiveKitDeps) {
    this.#livekit = livekit;
    this.#deps = deps;
    this.endpoint = livekit.endpoint;
    this.#up = livekit.survivor;
    this.#hasRun = livekit.survivor;
  }

  isUp(): boolean {
    return this.#up;
  }

  run(): Promise<void> {
    this.#running = this.#tendForever();
    return this.#running;
  }

  async stop({ stays = false, graceMs }: StopHow = {}): Promise<void> {
    this.#halt.abort();
    this.#life.abort();
    await Promise.allSettled([this.#running]);
    this.#up = false;
    if (stays) await this.#livekit.renewLease();
    else await this.#livekit.end(graceMs);
  }

  async #tendForever(): Promise<void> {
    if (this.#livekit.survivor) {
      this.#deps.log.info('livekit goes on from an earlier run');
      await this.#tendWhileWell();
    }
    for (let failures = 0; !this.#halt.signal.aborted; failures += 1) {
      this.#up = false;
      await pause(BACK_OFF_MS[Math.min(failures, BACK_OFF_MS.length - 1)] ?? 0, this.#halt.signal);
      if (!(await this.#launch())) continue;
      failures = -1;
      await this.#tendWhileWell();
    }
  }

  /** Whether livekit-server came up. */
  async #launch(): Promise<boolean> {
    const { deps, halt } = { deps: this.#deps, halt: this.#halt.signal };
    try {
      const binary = await unlessAborted(deps.find(), halt);
      if (binary === null) return false;
      await this.#livekit.renewLease();
      this.#follow(await this.#livekit.launch(binary));
      return await this.#untilWell();
    } catch (error) {
      if (isFinal(error, this.#hasRun)) throw error;
      this.#complain({ err: error }, String(error));
      return false;
    }
  }

  #follow(child: ChildProcess): void {
    const life = new AbortController();
    this.#life = life;
    child.once('exit', () => life.abort());
    if (hasEnded(child) || this.#halt.signal.aborted) life.abort();
  }

  async #untilWell(): Promise<boolean> {
    const deadline = Date.now() + START_MS;
    while (!this.#life.signal.aborted && Date.now() < deadline) {
      if ((await healthOf(this.endpoint.url, CALL_MS)) === 'well') {
        this.#cameUp();
        return true;
      }
      await pause(START_CALLS_MS, this.#life.signal);
    }
    const lastWords = await this.#livekit.lastWords();
    if (!this.#halt.signal.aborted) this.#complain({ lastWords }, lastWords);
    return false;
  }

  /** Says why LiveKit does not start, once for each cause and not at every try. */
  #complain(details: object, words: string): void {
    // Numbers are times and process ids.
    const cause = words.replaceAll(/\d+/g, '#');
    if (cause !== this.#complaint) {
      this.#deps.log.error(details, 'livekit does not start; it will be tried again and again');
    }
    this.#complaint = cause;
  }

  #cameUp(): void {
    this.#up = true;
    this.#hasRun = true;
    this.#complaint = null;
    this.#deps.log.info('livekit is up');
    this.#deps.onRestart();
  }

  /** Returns when livekit-server has ended or answers no longer. */
  async #tendWhileWell(): Promise<void> {
    const every = this.#deps.limits.mediaHealthMs;
    for (let bad = 0; bad < PATIENCE && !this.#life.signal.aborted; bad = this.#up ? 0 : bad + 1) {
      await this.#livekit.renewLease();
      const health = await healthOf(this.endpoint.url, Math.min(CALL_MS, CALL_SHARE * every));
      this.#up = health === 'well';
      if (health === 'gone') break;
      await pause(every, this.#life.signal);
    }
    await this.#noteFall();
  }

  async #noteFall(): Promise<void> {
    this.#up = false;
    if (this.#halt.signal.aborted) return;
    this.#deps.log.warn({ lastWords: await this.#livekit.lastWords() }, 'livekit is down');
  }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

function isFinal(error: unknown, hasRun: boolean): boolean {
  return error instanceof LiveKitMissing || (error instanceof PortTaken && !hasRun);
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await sleep(ms, undefined, { signal }).catch((error: Error) => {
    if (error.name !== 'AbortError') throw error;
  });
}

async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | null> {
  if (signal.aborted) return null;
  const aborted = once(signal, 'abort').then(() => null);
  return Promise.race([work, aborted]);
}
