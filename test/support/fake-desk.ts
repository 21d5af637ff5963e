import { signal, type Signal } from '@preact/signals';
import type { Block } from '#shared/schema/safety.ts';
import type { ReactionCount, StageAnswer } from '#shared/schema/stage.ts';
import { type Found, NO_STAGE, type Outcome, type StageView } from '#shared/schema/view.ts';
import type { StageDesk } from '#shared/ui/stage-desk.ts';

const WELL: Outcome = { fault: null };

export interface FakeDesk extends StageDesk {
  view: Signal<StageView>;
  /** Each verb that was called, with what it was given. */
  calls: [verb: string, ...args: unknown[]][];
  /** What a verb answers; everything goes well unless said otherwise here. */
  answers: Partial<Record<keyof StageDesk, Outcome | Promise<Outcome>>>;
  found: { blocks: Found<Block[]> | Promise<Found<Block[]>>; preview: Found<StageAnswer> | null };
  /** Sends a batch of reactions, as the server would. */
  sendReactions(items: readonly ReactionCount[]): void;
}

/** A desk with a given view that notes what is asked of it. */
export function fakeDesk(view: Partial<StageView> = {}): FakeDesk {
  const calls: FakeDesk['calls'] = [];
  const answers: FakeDesk['answers'] = {};
  const found: FakeDesk['found'] = { blocks: { found: [], fault: null }, preview: null };
  const listeners = new Set<(items: readonly ReactionCount[]) => void>();
  const verb =
    (name: keyof StageDesk) =>
    async (...args: unknown[]): Promise<Outcome> => {
      calls.push([name, ...args]);
      return (await answers[name]) ?? WELL;
    };
  return {
    calls,
    answers,
    found,
    view: signal({ ...NO_STAGE, ...view }),
    onReactions(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    sendReactions: (items) => listeners.forEach((listener) => listener(items)),
    request: verb('request'),
    cancelRequest: verb('cancelRequest'),
    answerInvitation: verb('answerInvitation'),
    react: verb('react'),
    show: verb('show'),
    leaveStage: verb('leaveStage'),
    muteAll: verb('muteAll'),
    person: verb('person'),
    muteForMe: verb('muteForMe'),
    settings: verb('settings'),
    report: verb('report'),
    block: verb('block'),
    unblock: verb('unblock'),
    async blocks() {
      calls.push(['blocks']);
      return found.blocks;
    },
    async preview(...where) {
      calls.push(['preview', ...where.filter(Boolean)]);
      return found.preview ?? { found: null, fault: 'not_found' };
    },
  };
}
