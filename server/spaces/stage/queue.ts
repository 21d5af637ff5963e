import { Refusal } from '../refusal.ts';
import type { Deed, PersonTurn, Turn } from './act.ts';
import { clearRequest, takeSeat } from './seats.ts';

/** Asks to speak; under `everyone`, and under `followed` by whom the host follows, a free seat is taken at once. Refuses with `requests_locked`. */
export function requestToSpeak(text: string): Deed {
  return {
    name: 'request',
    action: 'request',
    target: 'self',
    work: async (turn) => {
      if (turn.space.requestsLocked) throw new Refusal('requests_locked');
      const requestedAt = turn.me.requestedAt ?? (await lastPlace(turn));
      await turn.records.updateParticipant(turn.me.id, { requestedAt, requestText: text });
    },
  };
}

/** Takes the own request back; nobody is refused, for there may be none any more. */
export const CANCEL_REQUEST: Deed = {
  name: 'cancelRequest',
  action: null,
  target: 'self',
  work: (turn) => clearRequest(turn, turn.me),
};

/** Refuses with `conflict` (no request), `stage_full` (the place in the queue is kept). */
export async function approve(turn: PersonTurn): Promise<void> {
  if (turn.target.requestedAt === null) throw new Refusal('conflict');
  await takeSeat(turn, turn.space, turn.target);
}

export async function dismiss(turn: PersonTurn): Promise<void> {
  await clearRequest(turn, turn.target);
}

/** Two who ask in the same millisecond still have an order. */
async function lastPlace({ records, space, now }: Turn): Promise<number> {
  const last = (await records.requests(space.id)).at(-1);
  return Math.max(now, (last?.requestedAt ?? 0) + 1);
}
