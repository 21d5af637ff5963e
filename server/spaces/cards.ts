import { KEY_HASH_LENGTH, type ShownIdentity } from '#shared/schema/identity.ts';
import type { Card, Space, StagePerson } from '#shared/schema/space.ts';
import type { IdentityRecord } from '../identity/records.ts';
import type { ParticipantRecord, Records, SpaceRecord } from './records.ts';

const EXACT_UP_TO = 20;
const STEP = 1.05;
/** Room for a listener count and version that grow after the card was cut. */
const SLACK = 16;
/** Hashes on a card, of all who are on stage together. */
const HASHES_MAX = 32;

/** Listener counts as shown: exact to 20, then steps of 5 %, so that a big Space does not redraw for each person. */
export function stepped(count: number): number {
  let step = EXACT_UP_TO;
  if (count <= step) return count;
  for (let next = step; next <= count; next = Math.ceil(step * STEP)) step = next;
  return step;
}

/** Who is in a Space: those on stage, host first, what they show of themselves, and how many listen. */
export interface People {
  stage: ParticipantRecord[];
  identities: IdentityRecord[];
  listeners: number;
}

/** A Space as everybody may see it, its stage and hashes cut so that the card stays within `maxBytes` of JSON. */
export function spaceView(
  space: SpaceRecord,
  { stage, identities, listeners }: People,
  maxBytes: number,
): Space {
  const { id, version, title, startedAt, hostLostAt, state, endedAt, endReason } = space;
  const counts = { onStage: stage.length, listeners: stepped(listeners), hostLostAt };
  const lang = space.lang ? { lang: space.lang } : {};
  const bare = { id, v: version, title, startedAt, stage: [], ...counts, ...lang, keys: '' };
  const people = peopleOf(stage, identities);
  const shown = inOrder(stage, identities);
  const left = maxBytes - bytesOf(bare) - SLACK;
  const keys = hashesWithin(shown, (left - (people[0] ? bytesOf(people[0]) : 0)) / 2);
  return {
    ...bare,
    keys,
    identities: shown.map(shownIdentity),
    stage: cutToFit(people, left - keys.length),
    state,
    endedAt,
    endReason,
  };
}

/** The card of a live Space; null for one that is not live. */
export function cardOf(view: Space): Card | null {
  const { id, v, title, startedAt, stage, onStage, listeners, hostLostAt, lang, keys } = view;
  if (view.state !== 'live' || startedAt === null) return null;
  const counts = { onStage, listeners, hostLostAt };
  return { id, v, title, startedAt, stage, ...counts, ...(lang && { lang }), keys };
}

/** Reads a Space's view afresh. */
export async function readView(records: Records, space: SpaceRecord, maxBytes: number): Promise<Space> {
  const stage = await records.stage(space.id);
  const identities = await records.identitiesOf(stage.map(({ accountId }) => accountId));
  return spaceView(space, { stage, identities, listeners: await records.listenerCount(space.id) }, maxBytes);
}

/** Those on a stage, each with the picture of the first identity they show that has one. */
export function peopleOf(stage: ParticipantRecord[], identities: IdentityRecord[]): StagePerson[] {
  return stage.map((row) => ({ pid: row.id, name: row.name, role: row.role, ...pictureOf(row, identities) }));
}

/** The picture of somebody among whose identities these are, if they show one. */
export function pictureOf(
  { accountId }: Pick<ParticipantRecord, 'accountId'>,
  identities: IdentityRecord[],
): Pick<StagePerson, 'pic'> {
  const pic = identities.find((identity) => identity.accountId === accountId && identity.picture)?.picture;
  return pic ? { pic } : {};
}

/** What people show of themselves, without the names by which pages know them. */
export function shownBy(
  people: ParticipantRecord[],
  identities: IdentityRecord[],
): Omit<ShownIdentity, 'keys'>[] {
  return inOrder(people, identities).map(({ pid, identity: { network, handle } }) => ({
    pid,
    network,
    handle,
  }));
}

interface Shown {
  pid: string;
  identity: IdentityRecord;
  /** When its hashes come on the card: with all of the host's and everybody's first, or after those. */
  turn: number;
}

function inOrder(people: ParticipantRecord[], identities: IdentityRecord[]): Shown[] {
  return people.flatMap(({ id: pid, accountId, role }) => {
    const theirs = identities.filter((identity) => identity.accountId === accountId);
    return theirs.map((identity, index) => ({ pid, identity, turn: role === 'host' ? 0 : index }));
  });
}

function shownIdentity({ pid, identity: { network, handle, keys } }: Shown): ShownIdentity {
  return { pid, network, handle, keys };
}

/**
 * As many whole identities as fit (half known, somebody would have a ring on one page and none on the next), in turn, so
 * that nobody is left out for another's third.
 */
function hashesWithin(shown: Shown[], maxBytes: number): string {
  const max = Math.min(maxBytes, HASHES_MAX * KEY_HASH_LENGTH);
  let packed = '';
  for (const { identity } of shown.toSorted((a, b) => a.turn - b.turn)) {
    if (packed.length + identity.hashes.length > max) break;
    packed += identity.hashes;
  }
  return packed;
}

function cutToFit(people: StagePerson[], maxBytes: number): StagePerson[] {
  let left = maxBytes;
  const over = people.findIndex((person) => (left -= bytesOf(person) + 1) < 0);
  return over === -1 ? people : people.slice(0, over);
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
