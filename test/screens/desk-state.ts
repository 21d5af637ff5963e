import type { FakeDesk } from '../support/fake-desk.ts';
import { card, stageOf, stagePerson, ulidOf } from '../support/people.ts';
import { ana, bea, kerstin, malik, tomas } from './cast.ts';

/** Gives a desk what it answers when it is asked, and some reactions. */
export function fill(desk: FakeDesk): void {
  const rex = stagePerson(140, 'Rex');
  const people = [ana, malik, kerstin, rex];
  desk.found.preview = {
    found: {
      stage: stageOf(card(1, 'Small webs, long walks'), {
        people,
        identities: [{ pid: ana.pid, network: 'bluesky', handle: '@ana.bsky.social' }],
        shown: [bea, tomas],
        listeners: 57,
      }),
      me: null,
      queue: null,
      blocked: [rex.pid],
      muted: [],
    },
    fault: null,
  };
  desk.found.blocks = {
    found: ['Rex', 'Somebody with a name as long as it may get', 'أمل'].map((name, i) => ({
      id: ulidOf(900 + i),
      name,
      at: Date.UTC(2026, 10, 20 - 9 * i),
    })),
    fault: null,
  };
  Object.assign(globalThis, {
    react: () =>
      desk.sendReactions([
        [ana.pid, '👏', 1],
        [kerstin.pid, '🔥', 3],
        [null, '💜', 3],
        [null, '🎉', 2],
      ]),
  });
}
