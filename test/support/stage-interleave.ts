import { setImmediate as turn } from 'node:timers/promises';
import type { Scheduler } from 'fast-check';
import type { Store } from '../../server/spaces/records.ts';
import type { FakeMedia } from './fake-media.ts';

const MEDIA_CALLS = ['applyRole', 'removeParticipant', 'muteParticipant', 'closeRoom'] as const;
/** So long until everybody stands at the next call again and one of them can be chosen. */
const TURNS = 3;

/** Holds each call of the store and of LiveKit until a scheduler lets it go; without one all go straight through. */
export class Crossing {
  #scheduler: Scheduler | null = null;

  /** Runs both at once, in the order of calls that the scheduler chooses. */
  async cross<T>(scheduler: Scheduler, deeds: (() => Promise<T>)[]): Promise<T[]> {
    this.#scheduler = scheduler;
    const act = async (go: () => Promise<void>) => {
      await go();
      for (let left = TURNS; left > 0; left -= 1) await turn();
    };
    try {
      return await scheduler.waitFor(Promise.all(deeds.map((deed) => deed())), act);
    } finally {
      this.#scheduler = null;
      await scheduler.waitIdle();
    }
  }

  store(store: Store): Store {
    return new Proxy(store, {
      get: (target, name: keyof Store) => {
        const call = target[name] as (...args: unknown[]) => Promise<unknown>;
        return async (...args: unknown[]) => {
          await this.#pass(name);
          return call.apply(target, args);
        };
      },
    });
  }

  /** LiveKit's answers come late as well: a call that was made first may be done last. */
  slow(media: FakeMedia): void {
    for (const name of MEDIA_CALLS) {
      const call = media[name].bind(media) as (...args: unknown[]) => Promise<void>;
      Object.assign(media, {
        [name]: async (...args: unknown[]) => {
          await this.#pass(name);
          await call(...args);
        },
      });
    }
  }

  async #pass(label: string): Promise<void> {
    await this.#scheduler?.schedule(Promise.resolve(), label);
  }
}
