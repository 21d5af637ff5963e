import { type ReadonlySignal, effect, signal } from '@preact/signals';
import type { Capture } from '#shared/room/capture.ts';
import type { MediaHost } from '#shared/room/media-host.ts';
import type { Outcome } from '#shared/schema/view.ts';
import type { Seat } from '../../platform/stage-protocol.ts';
import type { AskStage } from '../microphone/ask-sheet.tsx';
import { blockOf } from '../microphone/blocks.ts';
import type { StageMicrophone } from './stage-microphone.ts';

export interface StageSeatDeps {
  microphone: Pick<StageMicrophone, 'ask' | 'drop'>;
  host: Pick<MediaHost, 'state' | 'resume' | 'acquire' | 'setMicrophone'>;
  /** From now on the media host is found here. */
  serve(): void;
  capture(): Capture;
  /** Tells the background what the person said; answers the seat to take over. */
  grant(granted: boolean): Promise<Seat | null>;
  /** Has the person asked where the browser asks again after a no. */
  askAgain(): Promise<unknown>;
  close(): void;
}

/** The way on stage: asks for the microphone, and once it is there takes over the seat from the background. */
export class StageSeat {
  readonly #deps: StageSeatDeps;
  readonly #asking = signal<AskStage | null>('asking');
  #isTaken = false;

  constructor(deps: StageSeatDeps) {
    this.#deps = deps;
  }

  /** How far the conversation about the microphone is; null when the Space is what there is to see. */
  get asking(): ReadonlySignal<AskStage | null> {
    return this.#asking;
  }

  /** Asks, in a window that can be seen. Whoever says no goes on listening where they were. */
  async ask(): Promise<void> {
    const { microphone, capture } = this.#deps;
    this.#asking.value = 'asking';
    try {
      await microphone.ask(capture());
    } catch (error) {
      this.#asking.value = blockOf(error);
      await this.#refuse();
      return;
    }
    if (!this.#isTaken && !(await this.#take())) return;
    await this.#deps.host.acquire(true);
    // Nobody on stage, so nobody wanted it.
    microphone.drop();
    this.#asking.value = null;
  }

  /** Asks once more. After a no, Firefox does not ask in the same window again. */
  async again(): Promise<void> {
    if (this.#asking.value !== 'denied') return this.ask();
    this.#asking.value = 'asking';
    try {
      await this.#deps.askAgain();
    } finally {
      this.#asking.value = 'denied';
    }
  }

  /** As the media host does; whom the browser refused since is asked again here. */
  async setMicrophone(on: boolean): Promise<Outcome> {
    const outcome = await this.#deps.host.setMicrophone(on);
    if (outcome.fault === 'microphone_denied') void this.ask();
    return outcome;
  }

  async #refuse(): Promise<void> {
    if (this.#isTaken) await this.#deps.host.acquire(true);
    else await this.#deps.grant(false);
  }

  /** Resolves once it is live here, or over. */
  async #take(): Promise<boolean> {
    const { host, microphone, serve, grant, close } = this.#deps;
    const seat = await grant(true);
    if (!seat) {
      microphone.drop();
      close();
      return false;
    }
    this.#isTaken = true;
    serve();
    host.resume(seat);
    await arrived(host.state);
    return true;
  }
}

function arrived(state: MediaHost['state']): Promise<void> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      const { phase } = state.value;
      if (phase !== 'live' && phase !== 'over') return;
      resolve();
      queueMicrotask(() => stop());
    });
  });
}
