import { randomBytes } from 'node:crypto';
import type { SignInRecords } from './records.ts';
import type { Seal } from './seal.ts';
import { hashToken } from './tokens.ts';

const BYTES = 32;

/** What is kept until somebody comes back with what opens it: for one use each, and not for long. */
export type TicketKind = 'go' | 'flow' | 'question' | 'code' | 'merge';

/** What nobody guesses, in the characters of an address. */
export function newSecret(): string {
  return randomBytes(BYTES).toString('base64url');
}

interface Tickets {
  records: Pick<SignInRecords, 'addTicket' | 'takeTicket'>;
  seal: Seal;
}

interface Ticket {
  kind: TicketKind;
  /** What opens it; the store holds its hash alone. */
  secret: string;
  holds: unknown;
  expiresAt: number;
}

export async function putTicket({ records, seal }: Tickets, ticket: Ticket): Promise<void> {
  const { kind, secret, holds, expiresAt } = ticket;
  await records.addTicket({ hash: hashToken(secret), kind, sealed: seal.close(holds, kind), expiresAt });
}

/** What the ticket holds, which is gone afterwards; undefined when there is none, or not any more. */
export async function takeTicket(
  { records, seal }: Tickets,
  { kind, secret }: Pick<Ticket, 'kind' | 'secret'>,
  now: number,
): Promise<unknown> {
  const sealed = await records.takeTicket(kind, hashToken(secret), now);
  return sealed === undefined ? undefined : seal.open(sealed, kind);
}
