import { randomInt } from 'node:crypto';
import * as v from 'valibot';
import { NAME_MAX } from '#shared/schema/limits.ts';
import { NameSchema } from '#shared/schema/text.ts';
import type { Proof } from '../networks/network.ts';

const GUEST = /^Guest \d{4}$/;
const UNSEEN = /[\p{C}\u2028\u2029]/gu;

export function guestName(): string {
  return `Guest ${randomInt(1_000, 10_000)}`;
}

/** Whether this is a name that a guest was given. */
export function isGuestName(name: string): boolean {
  return GUEST.test(name);
}

/** What a network calls somebody, as far as it can be a name here; else the handle without its domain. */
export function nameFrom({ name, handle }: Pick<Proof, 'name' | 'handle'>): string {
  const bare = handle.replace(/^@/, '').split('@')[0]!;
  const plain = [name, bare].map((text) => v.safeParse(NameSchema, shortened(text)));
  return (plain.find(({ success }) => success)?.output as string | undefined) ?? guestName();
}

function shortened(text: string): string {
  const clean = text
    .slice(0, 4 * NAME_MAX)
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .trim();
  return Array.from(clean).slice(0, NAME_MAX).join('').trim();
}
