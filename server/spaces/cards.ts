import type { Card, Space, StagePerson } from '#shared/schema/space.ts';
import type { ParticipantRecord, Records, SpaceRecord } from './records.ts';

const EXACT_UP_TO = 20;
const STEP = 1.05;
/** Room for a listener count and version that grow after the card was cut. */
const SLACK = 16;

/** Listener counts as shown: exact to 20, then steps of 5 %, so that a big Space does not redraw for each person. */
export function stepped(count: number): number {
  let step = EXACT_UP_TO;
  if (count <= step) return count;
  for (let next = step; next <= count; next = Math.ceil(step * STEP)) step = next;
  return step;
}

/** A Space as everybody may see it, its stage cut so that the card stays within `maxBytes` of JSON. */
export function spaceView(
  space: SpaceRecord,
  stage: ParticipantRecord[],
  listeners: number,
  maxBytes: number,
): Space {
  const { id, version, title, startedAt, hostLostAt, state, endedAt, endReason } = space;
  const counts = { onStage: stage.length, listeners: stepped(listeners), hostLostAt };
  const bare = { id, v: version, title, startedAt, stage: [], ...counts };
  const people = stage.map(({ id: pid, name, role }) => ({ pid, name, role }));
  return {
    ...bare,
    keys: '',
    identities: [],
    stage: cutToFit(people, maxBytes - bytesOf(bare) - SLACK),
    state,
    endedAt,
    endReason,
  };
}

/** The card of a live Space; null for one that is not live. */
export function cardOf(view: Space): Card | null {
  const { id, v, title, startedAt, stage, onStage, listeners, hostLostAt, keys } = view;
  if (view.state !== 'live' || startedAt === null) return null;
  return { id, v, title, startedAt, stage, onStage, listeners, hostLostAt, keys };
}

/** Reads a Space's view afresh. */
export async function readView(records: Records, space: SpaceRecord, maxBytes: number): Promise<Space> {
  const stage = await records.stage(space.id);
  return spaceView(space, stage, await records.listenerCount(space.id), maxBytes);
}

function cutToFit(people: StagePerson[], maxBytes: number): StagePerson[] {
  let left = maxBytes;
  const over = people.findIndex((person) => (left -= bytesOf(person) + 1) < 0);
  return over === -1 ? people : people.slice(0, over);
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
