import type { Stage } from '#shared/schema/stage.ts';
import type { EndReason, SpaceState, StagePerson } from '#shared/schema/space.ts';
import { peopleOf, shownBy } from './cards.ts';
import type { Records, SpaceRecord } from './records.ts';

/** What the page of a Space tells whoever has its link. */
export interface PageSpace {
  id: string;
  title: string;
  state: SpaceState;
  endReason: EndReason | null;
  /** Whose Space it is: the same person while another stands in, and when it is over. */
  host: { pid: string; name: string };
  /** Where the fediverse knows the host, if they show it: `@ana@wren.example`. */
  creator: string | null;
  /** All on stage now, host first. */
  people: StagePerson[];
  /** What they show of themselves. */
  identities: Stage['identities'];
}

/** Reads it afresh, from the store alone. */
export async function readPageSpace(records: Records, space: SpaceRecord): Promise<PageSpace> {
  const { id, title, state, endReason, firstHostId } = space;
  const people = await records.stage(id);
  const host = await records.lastHosting(id, firstHostId);
  const identities = await records.identitiesOf([firstHostId, ...people.map(({ accountId }) => accountId)]);
  const creator = identities.find(
    ({ network, accountId }) => network === 'mastodon' && accountId === firstHostId,
  );
  return {
    id,
    title,
    state,
    endReason,
    host: {
      pid: host?.id ?? id,
      name: host?.name ?? (await records.account(firstHostId))?.name ?? '',
    },
    creator: creator?.handle ?? null,
    people: peopleOf(people, identities),
    identities: shownBy(people, identities),
  };
}
