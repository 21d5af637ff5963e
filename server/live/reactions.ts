import type { Reaction, ReactionCount } from '#shared/schema/stage.ts';
import type { ReactionSink } from '../spaces/reacting.ts';

/** So many kinds of reactions fit into one message; what is beyond them is lost. */
const KINDS_MAX = 24;

interface Batch {
  counts: Map<string, ReactionCount>;
  timer: NodeJS.Timeout | undefined;
}

/** Gathers the reactions of each Space: the first goes out at once, those within `everyMs` of it together. Nothing is kept. */
export function createReactions(
  everyMs: number,
  show: (spaceId: string, items: ReactionCount[]) => void,
): ReactionSink & { stop(): void } {
  const batches = new Map<string, Batch>();

  const flush = (spaceId: string, batch: Batch) => {
    if (batch.counts.size === 0) {
      batches.delete(spaceId);
      return;
    }
    show(spaceId, [...batch.counts.values()]);
    batch.counts.clear();
    batch.timer = setTimeout(() => flush(spaceId, batch), everyMs).unref();
  };
  return {
    add: (spaceId, pid, emoji) => {
      const waiting = batches.get(spaceId);
      const batch = waiting ?? { counts: new Map(), timer: undefined };
      count(batch.counts, pid, emoji);
      if (waiting) return;
      batches.set(spaceId, batch);
      flush(spaceId, batch);
    },
    stop: () => {
      for (const { timer } of batches.values()) clearTimeout(timer);
      batches.clear();
    },
  };
}

function count(counts: Batch['counts'], pid: string | null, emoji: Reaction): void {
  const kind = `${pid} ${emoji}`;
  const known = counts.get(kind);
  if (known) known[2] += 1;
  else if (counts.size < KINDS_MAX) counts.set(kind, [pid, emoji, 1]);
}
