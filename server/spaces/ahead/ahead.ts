import { decodeTime, ulid } from 'ulid';
import * as v from 'valibot';
import { AheadIdSchema, type Space } from '#shared/schema/space.ts';
import { readView } from '../cards.ts';
import type { SpacesContext } from '../context.ts';
import { requireEntry } from '../entrance.ts';
import { requireMedia } from '../pass.ts';
import { mutedOn } from '../pids-of.ts';
import type { Admission } from '../ports.ts';
import type { Caller } from '../records.ts';
import { Refusal } from '../refusal.ts';
import { roomName } from '../rooms.ts';
import type { AheadTicket, Concerned } from './tickets.ts';

/** What a client needs to be connected ahead of a join, but for the address. */
export interface AheadPass {
  ahead: string;
  token: string;
  space: Space;
  muted: string[];
}

export type AheadContext = Pick<
  SpacesContext,
  'store' | 'media' | 'clock' | 'limits' | 'guests' | 'chores' | 'aheads'
>;

/**
 * A way to listen in a live Space for a moment, for an account that could join it as it is; the one it had is over. Nothing
 * of it reaches the store, a list or a count. Refuses as a join without answers would, and before the Space is live with `conflict`.
 */
export async function listenAhead(
  context: AheadContext,
  account: Caller,
  spaceId: string,
): Promise<AheadPass> {
  requireMedia(context);
  const { space, room } = await requireLive(context, account, spaceId);
  const { store, media, clock, limits, aheads } = context;
  const madeAt = clock();
  const ticket = {
    id: `h_${ulid(madeAt)}`,
    accountId: account.id,
    sessionId: account.sessionId,
    spaceId,
    room,
    madeAt,
  };
  const before = await aheads.put(ticket);
  if (before) void context.chores.insist(`remove ${before.id}`, () => takeOut(context, before));
  retireLater(context, ticket, limits.aheadMs);
  const token = await media.mintToken(admissionOf(ticket), limits.aheadMs);
  const view = await readView(store, space, limits.cardBytes);
  return { ahead: ticket.id, token, space: view, muted: await mutedOn(store, spaceId, account.id) };
}

/** Whether it is an identity of somebody who listens ahead. */
export function isAhead(identity: string): boolean {
  return v.is(AheadIdSchema, identity);
}

/** What the gate may let in: nothing once the ticket is over, or when a join would be refused by now. */
export async function admissionAhead(context: AheadContext, id: string): Promise<Admission | null> {
  const ticket = await context.aheads.find(id);
  if (!ticket || ageOf(context, ticket.madeAt) >= context.limits.aheadMs) return null;
  return (await mayStill(context, ticket)) ? admissionOf(ticket) : null;
}

/** LiveKit has let somebody in so; what changed meanwhile is made up for. */
export async function admittedAhead(context: AheadContext, { identity, room }: Admission): Promise<void> {
  if (await admissionAhead(context, identity)) return;
  await context.chores.insist(`remove ${identity}`, () => context.media.removeParticipant(room, identity));
}

/** Whether LiveKit may still show it, which may be of a ticket that a server before us gave out. */
export async function isStillAhead(context: AheadContext, id: string): Promise<boolean> {
  const ticket = await context.aheads.find(id);
  return ageOf(context, ticket?.madeAt ?? decodeTime(id.slice(2))) < context.limits.aheadKeptMs;
}

/** Something has changed for these: who could not join any more is put out, as soon as LiveKit answers. */
export async function doubtAhead(context: AheadContext, concerned: Partial<Concerned>): Promise<void> {
  const whole = { accounts: new Set<string>(), sessions: new Map(), spaces: new Set<string>(), ...concerned };
  const doubted = await context.aheads.among(whole);
  const look = async (ticket: AheadTicket) => {
    if (!(await mayStill(context, ticket))) await takeOut(context, ticket);
  };
  await Promise.all(doubted.map((one) => context.chores.insist(`look ${one.id}`, () => look(one))));
}

/** Whoever has joined by then is let be for longer: the sound goes over to the join. */
function retireLater(context: AheadContext, ticket: AheadTicket, delayMs: number): void {
  context.chores.later(`remove ${ticket.id}`, delayMs, async () => {
    const leftMs = context.limits.aheadKeptMs - ageOf(context, ticket.madeAt);
    if (leftMs > 0 && (await hasJoined(context, ticket))) retireLater(context, ticket, leftMs);
    else await takeOut(context, ticket);
  });
}

async function takeOut({ aheads, media }: AheadContext, { id, room }: AheadTicket): Promise<void> {
  await aheads.drop(id);
  await media.removeParticipant(room, id);
}

async function hasJoined({ store }: AheadContext, { spaceId, accountId, madeAt }: AheadTicket) {
  const rows = await store.openParticipantsAmong(spaceId, [accountId]);
  return rows.some(({ joinedAt }) => joinedAt >= madeAt);
}

async function mayStill(context: AheadContext, ticket: AheadTicket): Promise<boolean> {
  const { accountId, sessionId, spaceId, madeAt } = ticket;
  const account = await context.store.account(accountId);
  if (!account) return false;
  try {
    const { room, open } = await requireLive(context, { ...account, sessionId }, spaceId);
    const isElsewhere = open.some((row) => row.spaceId !== spaceId && row.joinedAt >= madeAt);
    return room === ticket.room && !isElsewhere;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

async function requireLive(
  { store: records, guests, clock }: AheadContext,
  account: Caller,
  spaceId: string,
) {
  const now = clock();
  const { space, open } = await requireEntry({ records, guests, now }, account, spaceId, {});
  if (space.state !== 'live') throw new Refusal('conflict');
  return { space, room: roomName(space), open };
}

function admissionOf({ room, id: identity }: AheadTicket): Admission {
  return { room, identity, name: '', role: 'listener', exposed: false };
}

function ageOf({ clock }: AheadContext, madeAt: number): number {
  return clock() - madeAt;
}
