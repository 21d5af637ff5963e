import { guestsMay, guestsMayBe } from '#shared/policy/guests.ts';
import { closeParticipant, endInStore } from './close.ts';
import type { SpacesContext } from './context.ts';
import { watchHost } from './hosting/watch.ts';
import type { SpaceRecord } from './records.ts';
import { forgetPlace, setRole, touch } from './stage/seats.ts';
import { inOneStep, type Step } from './step.ts';

/** At the start: guests in open Spaces are no more than the operator lets them be from now on. */
export async function boundGuests(context: SpacesContext): Promise<void> {
  if (guestsMayBe(context.guests, 'host')) return;
  for (const space of await context.store.openSpaces()) {
    await inOneStep(context, (step) => boundIn(step, space));
    await watchHost(context, space.id);
  }
}

async function boundIn(step: Step, { id }: SpaceRecord): Promise<void> {
  const { records, guests } = step;
  const space = await records.space(id);
  if (!space || space.state === 'ended') return;
  const open = await records.openGuests(id);
  if (space.state === 'starting' && open.some(({ role }) => role === 'host')) {
    return endInStore(step, space, 'never_started', 'server');
  }
  if (!guestsMayBe(guests, 'listener')) {
    for (const guest of open) await closeParticipant(step, guest, 'left');
    return;
  }
  const barred = open.filter(({ role }) => !guestsMayBe(guests, role));
  for (const guest of barred) await setRole(step, guest, 'listener');
  const waiting = guestsMay(guests, 'request') ? [] : open;
  for (const guest of waiting) await forgetPlace(step, guest);
  const lost = barred.some(({ role }) => role === 'host') && space.hostLostAt === null;
  if (open.length > 0) await touch(step, space, lost ? { hostLostAt: step.now } : {});
}
