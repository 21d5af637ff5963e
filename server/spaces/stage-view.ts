import type { Limits } from '#shared/schema/limits.ts';
import type { Me, Queue, Stage, StageAnswer } from '#shared/schema/stage.ts';
import { may } from '#shared/policy/policy.ts';
import { peopleOf, pictureOf, shownBy, stepped } from './cards.ts';
import type { IdentityRecord } from '../identity/records.ts';
import type { AccountRecord, ParticipantRecord, Records, SpaceRecord } from './records.ts';
import { pidsOf } from './pids-of.ts';
import { Refusal } from './refusal.ts';
import { seatsFree } from './stage/seats.ts';

/** More waiting people than that are counted and not listed. */
const QUEUE_LISTED = 200;

/** What is true of one Space at one moment, when it was read in a transaction: a few queries however many listen. */
export interface StageReading {
  at: number;
  space: SpaceRecord;
  people: ParticipantRecord[];
  identities: IdentityRecord[];
  requests: ParticipantRecord[];
  /** By participant the place in the queue, from 1. */
  places: ReadonlyMap<string, number>;
  invited: ParticipantRecord[];
  shown: ParticipantRecord[];
}

/** Null when there is no such Space. */
export async function readStage(
  records: Records,
  spaceId: string,
  limits: Limits,
  at: number,
): Promise<StageReading | null> {
  const space = await records.space(spaceId);
  if (!space) return null;
  const requests = await records.requests(spaceId);
  const people = await records.stage(spaceId);
  return {
    at,
    space,
    people,
    identities: await records.identitiesOf(people.map(({ accountId }) => accountId)),
    requests,
    places: new Map(requests.map(({ id }, index) => [id, index + 1])),
    invited: await records.invited(spaceId, at - limits.invitationMs),
    shown: await records.shownListeners(spaceId, limits.shownMax),
  };
}

/** The Space as everybody sees it. `listeners` is the true count. */
export function stageOf(reading: StageReading, listeners: number, limits: Limits): Stage {
  const { at, space, people, identities, shown, requests } = reading;
  return {
    id: space.id,
    v: space.version,
    at,
    state: space.state,
    title: space.title,
    startedAt: space.startedAt,
    endReason: space.endReason,
    hostLostAt: space.hostLostAt,
    speakPolicy: space.speakPolicy,
    requestsLocked: space.requestsLocked,
    allowAnonymous: space.allowAnonymous,
    allowGuests: space.allowGuests,
    people: peopleOf(people, identities),
    identities: shownBy(people, identities),
    seatsFree: seatsFree(space, people, limits.stageMax),
    listeners: stepped(listeners),
    shown: shown.map(named),
    waiting: requests.length,
  };
}

/** The own place of whom `row` stands for; null for one who is not there. `muted` are the accounts that they do not want to hear. */
export function meOf(
  reading: StageReading,
  row: ParticipantRecord | undefined,
  { limits, muted }: { limits: Limits; muted: Pick<ReadonlySet<string>, 'has'> },
): Me | null {
  if (!row) return null;
  const place = reading.places.get(row.id) ?? 0;
  const { id: participantId, role, shown, requestText: text, requestedAt, invitedAt, invitedBy: by } = row;
  const leftMs = (invitedAt ?? -Infinity) + limits.invitationMs - reading.at;
  return {
    participantId,
    role,
    shown,
    request: requestedAt === null ? null : { place, text, at: requestedAt },
    invitation: leftMs < 0 ? null : { by, leftMs },
    muted: pidsOf(reading.people, muted),
  };
}

/** What those who moderate see of the waiting, beside their rows. */
interface Waiting {
  /** The accounts that are guests. */
  guests: ReadonlySet<string>;
  identities: IdentityRecord[];
}

/** What those who moderate see. */
export function queueOf({ requests, invited }: StageReading, { guests, identities }: Waiting): Queue {
  return {
    requests: listed(requests).map((row) => ({
      ...named(row),
      text: row.requestText,
      at: row.requestedAt ?? row.joinedAt,
      guest: guests.has(row.accountId),
      ...pictureOf(row, identities),
    })),
    identities: shownBy(listed(requests), identities),
    invited: invited.map(named),
  };
}

export async function readWaiting(records: Records, { requests }: StageReading): Promise<Waiting> {
  const accountIds = listed(requests).map(({ accountId }) => accountId);
  return {
    guests: new Set(await records.guestsAmong(accountIds)),
    identities: await records.identitiesOf(accountIds),
  };
}

/** The whole answer to one reader, who need not be there nor be anybody; in a transaction. Refuses with `not_found`. */
export async function readStageAnswer(
  records: Records,
  spaceId: string,
  account: AccountRecord | null,
  { limits, at }: { limits: Limits; at: number },
): Promise<StageAnswer> {
  const reading = await readStage(records, spaceId, limits, at);
  if (!reading) throw new Refusal('not_found');
  const stage = stageOf(reading, await records.listenerCount(spaceId), limits);
  if (!account) return { stage, me: null, queue: null, blocked: [], muted: [] };
  const [row] = await records.openParticipantsAmong(spaceId, [account.id]);
  const moderates = row !== undefined && may(row.role, 'seeQueue', 'space');
  const queue = moderates ? queueOf(reading, await readWaiting(records, reading)) : null;
  const onStage = reading.people.map(({ accountId }) => accountId);
  const blocked = new Set(await records.blockedAmong(account.id, onStage));
  const muted = new Set(await records.mutedAmong(account.id, onStage));
  return {
    stage,
    me: meOf(reading, row, { limits, muted }),
    queue,
    blocked: pidsOf(reading.people, blocked),
    muted: pidsOf(reading.people, muted),
  };
}

function listed(requests: ParticipantRecord[]): ParticipantRecord[] {
  return requests.slice(0, QUEUE_LISTED);
}

function named({ id: pid, name }: ParticipantRecord): { pid: string; name: string } {
  return { pid, name };
}
