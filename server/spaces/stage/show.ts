import { Refusal } from '../refusal.ts';
import type { Deed } from './act.ts';

/** Names a listener to the others, or no longer. Refuses with `anonymous_refused` where the host wants to see who listens. */
export function showMyself(shown: boolean): Deed {
  return {
    name: shown ? 'show' : 'hide',
    action: 'show',
    target: 'self',
    work: async ({ records, space, me }) => {
      if (!shown && !space.allowAnonymous) throw new Refusal('anonymous_refused');
      await records.updateParticipant(me.id, { shown });
    },
  };
}
