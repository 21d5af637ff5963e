import type { Recalled, Recap } from '#shared/schema/recap.ts';
import { stagePerson } from '../support/people.ts';
import { ana, kerstin, malik, startedAt, yuki } from './cast.ts';

const handle = (network: Recalled['identities'][number]['network'], name: string) => ({
  network,
  handle: name,
});

const people: Recalled[] = [
  {
    ...ana,
    identities: [handle('mastodon', '@ana@wren.example'), handle('bluesky', '@ana.bsky.social')],
  },
  { ...malik, identities: [handle('x', '@malik_rains')] },
  { ...kerstin, identities: [] },
  { ...yuki, isMe: true, identities: [] },
  { ...stagePerson(151, 'נועה (2) שלום!'), identities: [handle('mastodon', '@noa@wren.example')] },
  { ...stagePerson(150, 'W'.repeat(200)), identities: [handle('bluesky', '@w.bsky.social')] },
  ...Array.from({ length: 7 }, (_, i) => ({ ...stagePerson(160 + i, 'Ana Ferreira'), identities: [] })),
].map((one) => ({ isMe: false, spoke: true, ...one }));

/** What is remembered of a Space where so many spoke. */
export function recapOf(spaceId: string, spoke: number): Recap {
  return {
    spaceId,
    server: null,
    startedAt: startedAt - 50 * 60_000,
    listeners: 57,
    people: people.slice(0, spoke),
  };
}
