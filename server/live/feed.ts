import type { Limits } from '#shared/schema/limits.ts';
import type { Card } from '#shared/schema/space.ts';
import { encodeMessage } from './encode.ts';
import type { LiveChange, LiveList } from './live-list.ts';

type Gone = Extract<LiveChange, { gone: unknown }>['gone'];

/** Turns changes of the list into messages: the first goes out at once, those within `pushMs` of it together. */
export interface Feed {
  changed(change: LiveChange): void;
  start(list: LiveList, onError: (error: unknown) => void): void;
  /** Sends what was held back, and nothing afterwards. */
  stop(): void;
}

export function createFeed(limits: Limits, broadcast: (message: Buffer) => void): Feed {
  const cards = new Map<string, Card>();
  const gone = new Map<string, Gone>();
  const timers: NodeJS.Timeout[] = [];
  let quiet: NodeJS.Timeout | null = null;

  const flush = () => {
    quiet = null;
    if (cards.size + gone.size === 0) return;
    const now = { items: [...cards.values()], gone: [...gone.values()] };
    broadcast(encodeMessage({ t: 'up', topic: 'live', ...now }));
    cards.clear();
    gone.clear();
    quiet = setTimeout(flush, limits.pushMs).unref();
  };
  const recount = async (list: LiveList) => {
    const items = await list.recount();
    if (items.length > 0) broadcast(encodeMessage({ t: 'count', items }));
  };
  const sum = (list: LiveList) =>
    broadcast(encodeMessage({ t: 'sum', topic: 'live', n: list.size(), rev: list.encoded().rev }));
  return {
    changed: (change) => {
      if ('card' in change) cards.set(change.card.id, change.card);
      else {
        cards.delete(change.gone.id);
        gone.set(change.gone.id, change.gone);
      }
      if (!quiet) flush();
    },
    start: (list, onError) => {
      timers.push(setInterval(() => void recount(list).catch(onError), limits.countMs).unref());
      timers.push(setInterval(() => sum(list), limits.sumMs).unref());
    },
    stop: () => {
      for (const timer of timers) clearInterval(timer);
      if (quiet) clearTimeout(quiet);
      flush();
      if (quiet) clearTimeout(quiet);
    },
  };
}
