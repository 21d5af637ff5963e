import * as v from 'valibot';
import type { FlowRequest } from '#shared/schema/account.ts';
import type { ErrorCode } from '#shared/schema/errors.ts';
import type { Network } from '#shared/schema/identity.ts';
import { Refusal } from '../../spaces/refusal.ts';
import { isSuspended } from '../../spaces/safety/suspended.ts';
import {
  type Beginner,
  type CodeTicket,
  type FlowTicket,
  FlowTicketSchema,
  type QuestionTicket,
  QuestionTicketSchema,
} from './flow-tickets.ts';
import type { Proof } from '../networks/network.ts';
import { ownerOf } from './owner.ts';
import type { SignInContext } from './sign-in.ts';
import { newSecret, putTicket, takeTicket, type TicketKind } from '../tickets.ts';

/** Where a browser goes from the end of a flow. */
export type Landing =
  | { is: 'back'; url: string }
  /** What was proved belongs to another account: whether the two are to be one is asked once, with `token`. */
  | { is: 'question'; token: string; handle: string; other: string; own: string; back: string }
  /** There is no way back, as the flow is not known. */
  | { is: 'lost' };

export interface Begun {
  request: FlowRequest;
  /** Where it ends, as it was checked. */
  back: string;
  by: Beginner | null;
  callback: string;
}

/** Asks the network, and answers what opens the way there. Throws `Refusal`. */
export async function beginFlow(
  context: SignInContext,
  { request, back, by, callback }: Begun,
): Promise<string> {
  const { network, purpose, challenge, who = '' } = request;
  const door = context.doors[network];
  if (!door) throw new Refusal('invalid_input');
  const account = by && (await context.store.account(by.accountId));
  if (account && isSuspended(account, context.clock())) throw new Refusal('suspended');
  const state = newSecret();
  const leave = await door.begin({ who, purpose }, state, callback);
  const ticket: FlowTicket = { network, challenge, back, by, kept: leave.kept };
  await put(context, 'flow', leave.state ?? state, ticket);
  const flow = newSecret();
  await put(context, 'go', flow, leave.url);
  return flow;
}

/** The address of the network to which a flow leads, once; null when there is no such flow any more. */
export async function leaveFor(context: SignInContext, flow: string): Promise<string | null> {
  return v.parse(v.nullish(v.string(), null), await take(context, 'go', flow));
}

/** Somebody comes back from a network, at the address `callback`. */
export async function comeBack(
  context: SignInContext,
  network: Network,
  answer: URLSearchParams,
  callback: string,
): Promise<Landing> {
  const kept = await take(context, 'flow', answer.get('state') ?? '');
  if (kept === undefined) return { is: 'lost' };
  const flow = v.parse(FlowTicketSchema, kept);
  try {
    const door = context.doors[network];
    if (!door || flow.network !== network) throw new Refusal('sign_in_over');
    return await land(context, flow, await door.finish(flow.kept, answer, callback));
  } catch (error) {
    if (error instanceof Refusal) return withFault(flow.back, error.code);
    context.log.error({ err: error, network }, 'a sign-in could not be finished');
    return withFault(flow.back, 'internal');
  }
}

/** To whoever began, with a code; or first to the question whether two accounts are to be one. */
async function land(context: SignInContext, flow: FlowTicket, proof: Proof): Promise<Landing> {
  const { challenge, back, by } = flow;
  const owner = await ownerOf(context.store, proof, by?.accountId ?? null);
  if (owner?.is !== 'other') return withCode(context, back, { challenge, by, proof, from: null });
  const token = newSecret();
  const ticket: QuestionTicket = { challenge, back, by, proof, from: owner.account.id };
  await put(context, 'question', token, ticket);
  context.unclaimed.hold(token, proof, context.limits.flowMs);
  const own = by && (await context.store.account(by.accountId));
  return {
    is: 'question',
    token,
    handle: proof.handle,
    other: owner.account.name,
    own: own?.name ?? '',
    back,
  };
}

/** What the person answered to the question of a landing, once. */
export async function answerQuestion(
  context: SignInContext,
  token: string,
  joins: boolean,
): Promise<Landing> {
  const kept = await take(context, 'question', token);
  if (kept === undefined) return { is: 'lost' };
  context.unclaimed.claim(token);
  const { back, ...ticket } = v.parse(QuestionTicketSchema, kept);
  if (joins) return withCode(context, back, ticket);
  context.release(ticket.proof);
  return withFault(back, 'sign_in_cancelled');
}

async function withCode(context: SignInContext, back: string, ticket: CodeTicket): Promise<Landing> {
  const code = newSecret();
  await put(context, 'code', code, ticket);
  context.unclaimed.hold(code, ticket.proof, context.limits.codeMs);
  return { is: 'back', url: `${back}#code=${code}` };
}

function withFault(back: string, code: ErrorCode): Landing {
  return { is: 'back', url: `${back}#fault=${code}` };
}

async function put(context: SignInContext, kind: TicketKind, secret: string, holds: unknown): Promise<void> {
  const { store: records, seal, limits, clock } = context;
  const now = clock();
  await records.dropTicketsBefore(now);
  const expiresAt = now + (kind === 'code' ? limits.codeMs : limits.flowMs);
  await putTicket({ records, seal }, { kind, secret, holds, expiresAt });
}

function take({ store, seal, clock }: SignInContext, kind: TicketKind, secret: string): Promise<unknown> {
  return takeTicket({ records: store, seal }, { kind, secret }, clock());
}
