import { ulid } from 'ulid';
import type { Session } from '#shared/schema/api.ts';
import { requireGuestMay, type GuestRules } from '../spaces/guests.ts';
import type { Store } from '../spaces/records.ts';
import { guestName } from './flow/newcomer.ts';
import { startSession } from './sessions.ts';

/**
 * Makes a guest account with its first session, named "Guest" and four digits unless a name is given. Refuses with
 * `sign_in_required` where there are no guests.
 */
export async function createGuest(
  store: Store,
  { name, device, guests }: GuestRules & { name: string | undefined; device: string },
  now: number,
): Promise<Session> {
  requireGuestMay({ guests }, { guest: true }, 'come');
  const account = { id: ulid(now), name: name ?? guestName(), guest: true };
  const token = await store.transaction(async (records) => {
    await records.addAccount({ ...account, createdAt: now, suspendedUntil: null });
    return startSession(records, account.id, now, device);
  });
  return { token, account };
}
