import type { Space } from '#shared/schema/space.ts';
import type { Card } from '#shared/schema/space.ts';
import type { Found, Outcome } from '#shared/schema/view.ts';
import type { LinkDesk } from '#shared/ui/link/link-desk.ts';

export interface FakeLink extends LinkDesk {
  /** Each verb that was called. */
  calls: string[];
}

/** A Space as its own server tells it. */
export function spaceOf(card: Card, more: Partial<Space> = {}): Space {
  return { ...card, identities: [], state: 'live', endedAt: null, endReason: null, ...more };
}

/** The page of a Space, with what its server answers. */
export function fakeLink(
  server: string,
  spaceId: string,
  answer: Found<Space> | Promise<Found<Space>>,
  added: Outcome | Promise<Outcome> = { fault: null },
): FakeLink {
  const calls: string[] = [];
  return {
    server,
    spaceId,
    calls,
    look: async () => (calls.push('look'), answer),
    add: async () => (calls.push('add'), added),
  };
}
