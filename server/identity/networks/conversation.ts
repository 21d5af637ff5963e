import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { type Limits, RATE_MS } from '#shared/schema/limits.ts';
import type { Logger } from '../../log.ts';
import { Refusal } from '../../spaces/refusal.ts';
import type { Outside } from './outside.ts';

const RESTING_MAX = 1_000;

interface ConversationDeps {
  outside: Outside;
  limits: Pick<Limits, 'outsideMs' | 'outsideRestMs' | 'signInsPerServer'>;
  clock: () => number;
  log: Pick<Logger, 'info'>;
}

/** Speaking with the servers of networks, so that none of them holds anybody up nor is overrun by us. */
export interface Conversations {
  /** Throws `rate_limited` when too many sign in by way of this server, `network_unreachable` while it rests from failing. */
  open(host: string): Promise<void>;
  /**
   * All that `work` asks takes `outsideMs` together. What goes wrong but for a `Refusal` becomes `network_unreachable`, after
   * which the server rests; one that was not asked has not failed, whatever a stranger's address says of it.
   */
  hold<T>(host: string, work: (ask: Outside) => Promise<T>): Promise<T>;
}

export function createConversations({ outside, limits, clock, log }: ConversationDeps): Conversations {
  const resting = new Map<string, number>();
  const crowd = new RateLimiterMemory({ points: limits.signInsPerServer, duration: RATE_MS / 1000 });
  const rest = (host: string) => {
    if (resting.size >= RESTING_MAX) resting.delete(resting.keys().next().value!);
    resting.set(host, clock() + limits.outsideRestMs);
  };
  return {
    open: async (host) => {
      const left = (resting.get(host) ?? 0) - clock();
      if (left > 0) throw new Refusal('network_unreachable', left);
      resting.delete(host);
      await crowd.consume(host).catch((reason: unknown) => {
        throw reason instanceof RateLimiterRes ? new Refusal('rate_limited', reason.msBeforeNext) : reason;
      });
    },
    hold: async (host, work) => {
      let isAsked = false;
      const ask = within(outside, limits.outsideMs);
      try {
        return await work((...question) => {
          isAsked = true;
          return ask(...question);
        });
      } catch (error) {
        if (error instanceof Refusal && error.code !== 'network_unreachable') throw error;
        if (!(error instanceof Refusal)) log.info({ err: error, host }, 'a server of a network failed');
        if (isAsked) rest(host);
        throw new Refusal('network_unreachable');
      }
    },
  };
}

/** The same way out, until `ms` from now. */
function within(outside: Outside, ms: number): Outside {
  const deadline = AbortSignal.timeout(ms);
  return (url, init) => {
    const signal = init?.signal ? AbortSignal.any([init.signal, deadline]) : deadline;
    return outside(url, { ...init, signal });
  };
}
