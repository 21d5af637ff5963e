import { may } from '#shared/policy/policy.ts';
import { closeRow } from '../close.ts';
import type { ParticipantRecord } from '../records.ts';
import { Refusal } from '../refusal.ts';
import type { Deed, PersonTurn, Turn } from './act.ts';
import { cutOlderLines, setRole } from './seats.ts';

/** Silences somebody, who alone can unmute. */
export async function mute(turn: PersonTurn): Promise<void> {
  await askForMute(turn, turn.target);
}

export const MUTE_ALL: Deed = {
  name: 'muteAll',
  action: 'muteAll',
  target: 'space',
  work: async (turn) => {
    const stage = await turn.records.stage(turn.space.id);
    for (const person of stage.filter(({ role }) => may(turn.me.role, 'mute', role)))
      await askForMute(turn, person);
  },
};

/** Moves somebody to the listeners. */
export async function demote(turn: PersonTurn): Promise<void> {
  await setRole(turn, turn.target, 'listener');
}

export const LEAVE_STAGE: Deed = {
  name: 'leaveStage',
  action: 'leaveStage',
  target: 'self',
  work: (turn) => setRole(turn, turn.me, 'listener'),
};

/** Puts somebody out, who cannot come back to this Space with any token or device. Refuses with `forbidden` for the first host. */
export async function remove(turn: PersonTurn): Promise<void> {
  const { records, target, space, me, now } = turn;
  // Whoever stands in for the first host cannot keep them from coming back.
  if (target.accountId === space.firstHostId) throw new Refusal('forbidden');
  await records.addBan({ spaceId: space.id, accountId: target.accountId, by: me.accountId, at: now });
  await closeRow(turn, target, 'removed');
}

async function askForMute(turn: Turn, person: ParticipantRecord): Promise<void> {
  await turn.records.updateParticipant(person.id, { muteAskedAt: turn.now });
  turn.wake.mutes.add(person.id);
  await cutOlderLines(turn, person);
}
