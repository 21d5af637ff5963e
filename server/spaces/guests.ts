import type { GuestRights } from '#shared/schema/account.ts';
import { guestsMay, guestsMayBe, type GuestAction } from '#shared/policy/guests.ts';
import type { Role } from '#shared/schema/space.ts';
import type { AccountRecord, Records } from './records.ts';
import { Refusal } from './refusal.ts';

/** What the operator lets guests do. */
export interface GuestRules {
  guests: GuestRights;
}

/** Refuses with `sign_in_required`. */
export function requireGuestMay(
  { guests }: GuestRules,
  account: Pick<AccountRecord, 'guest'>,
  action: GuestAction,
): void {
  if (account.guest && !guestsMay(guests, action)) throw new Refusal('sign_in_required');
}

/** Those of some people who may have that role: all but guests where guests may not. */
export async function thoseWhoMayBe<Person extends { accountId: string }>(
  { records, guests }: GuestRules & { records: Records },
  people: Person[],
  role: Role,
): Promise<Person[]> {
  if (guestsMayBe(guests, role)) return people;
  const barred = new Set(await records.guestsAmong(people.map(({ accountId }) => accountId)));
  return people.filter(({ accountId }) => !barred.has(accountId));
}
