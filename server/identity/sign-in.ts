import { createHash, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import type { SwapRequest, Swapped } from '#shared/schema/account.ts';
import type { Network } from '#shared/schema/identity.ts';
import type { Limits } from '#shared/schema/limits.ts';
import type { Logger } from '../log.ts';
import type { Store } from '../spaces/records.ts';
import { Refusal } from '../spaces/refusal.ts';
import { type Absorb, enter } from './enter.ts';
import type { Entry } from './entry.ts';
import { CodeTicketSchema } from './flow-tickets.ts';
import { answerQuestion, beginFlow, type Begun, comeBack, type Landing, leaveFor } from './flows.ts';
import type { Doors, Proof } from './network.ts';
import type { Seal } from './seal.ts';
import { takeTicket } from './tickets.ts';
import { createUnclaimed, type Unclaimed } from './unclaimed.ts';

export interface SignInDeps {
  store: Store;
  seal: Seal;
  limits: Limits;
  clock: () => number;
  log: Pick<Logger, 'error' | 'info'>;
  doors: Doors;
  entry: Entry;
  absorb: Absorb;
  /** Fetches and stores a picture that a network named; null for what is none. */
  keepPicture: (url: string) => Promise<string | null>;
  /** What an account shows of itself is another thing now. */
  identitiesChanged: (accountId: string) => Promise<void>;
}

export interface SignInContext extends SignInDeps {
  unclaimed: Unclaimed;
  /** Gives back what nobody takes; never throws. */
  release: (proof: Proof) => void;
}

/** Signing in with an account of a network: from the first question to the session. All but `comeBack` and `answer` throw `Refusal`. */
export interface SignIn {
  networks: Network[];
  begin(begun: Begun): Promise<string>;
  leave(flow: string): Promise<string | null>;
  comeBack(network: Network, answer: URLSearchParams, callback: string): Promise<Landing>;
  answer(token: string, joins: boolean): Promise<Landing>;
  /** What a flow brought, once. Refuses with `sign_in_over`, and with what `enter` does. */
  swap(request: SwapRequest, device: string): Promise<Swapped>;
}

export function createSignIn(deps: SignInDeps): SignIn {
  const release = (proof: Proof) => {
    deps.doors[proof.network]?.release?.(proof).catch((error: unknown) => {
      deps.log.info({ err: error, network: proof.network }, 'what a sign-in brought could not be given back');
    });
  };
  const context: SignInContext = { ...deps, release, unclaimed: createUnclaimed(release) };
  return {
    networks: Object.keys(deps.doors) as Network[],
    begin: (begun) => beginFlow(context, begun),
    leave: (flow) => leaveFor(context, flow),
    comeBack: (network, answer, callback) => comeBack(context, network, answer, callback),
    answer: (token, joins) => answerQuestion(context, token, joins),
    swap: (request, device) => swap(context, request, device),
  };
}

async function swap(
  context: SignInContext,
  { code, verifier }: SwapRequest,
  device: string,
): Promise<Swapped> {
  const { store, seal, clock, limits } = context;
  // Taken before anything is checked, and for good: a wrong verifier has no second try.
  const kept = await takeTicket({ records: store, seal }, { kind: 'code', secret: code }, clock());
  if (kept === undefined) throw new Refusal('sign_in_over');
  context.unclaimed.claim(code);
  const ticket = v.parse(CodeTicketSchema, kept);
  try {
    if (!isVerifierOf(ticket.challenge, verifier)) throw new Refusal('sign_in_over');
    const { swapped, accountId, identityId } = await store.transaction((records) =>
      enter({ ...context, mergeMs: limits.flowMs }, { records, ticket, device, now: clock() }),
    );
    if (swapped.is === 'taken') context.release(ticket.proof);
    else await context.identitiesChanged(accountId);
    if (identityId !== null) keepPicture(context, { accountId, identityId }, ticket.proof.pictureUrl);
    return swapped;
  } catch (error) {
    context.release(ticket.proof);
    throw error;
  }
}

/** Whether the verifier is that of the challenge with which the flow began (RFC 7636). */
function isVerifierOf(challenge: string, verifier: string): boolean {
  const digest = createHash('sha256').update(verifier).digest();
  const given = Buffer.from(challenge, 'base64url');
  return given.length === digest.length && timingSafeEqual(given, digest);
}

/** The picture comes when it comes: nobody waits for it. */
function keepPicture(
  { store, log, keepPicture: keep, identitiesChanged }: SignInContext,
  { accountId, identityId }: { accountId: string; identityId: string },
  url: string | null,
): void {
  const follow = async () => {
    const picture = url === null ? null : await keep(url);
    if (picture === null) return;
    await store.updateIdentity(identityId, { picture });
    await identitiesChanged(accountId);
  };
  follow().catch((error: unknown) => log.info({ err: error }, 'a picture could not be kept'));
}
