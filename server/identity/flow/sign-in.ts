import { createHash, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import type { SwapRequest, Swapped } from '#shared/schema/account.ts';
import type { Network } from '#shared/schema/identity.ts';
import type { Logger } from '../../log.ts';
import type { SpacesContext } from '../../spaces/context.ts';
import { showAnew } from '../../spaces/identities-changed.ts';
import { Refusal } from '../../spaces/refusal.ts';
import { inOneStep } from '../../spaces/step.ts';
import { enter } from './enter.ts';
import { CodeTicketSchema } from './flow-tickets.ts';
import { answerQuestion, beginFlow, type Begun, comeBack, type Landing, leaveFor } from './flows.ts';
import type { Doors, Proof } from '../networks/network.ts';
import type { TakePicture } from '../pictures.ts';
import type { Seal } from '../seal.ts';
import { takeTicket } from '../tickets.ts';
import { createUnclaimed, type Unclaimed } from './unclaimed.ts';

export interface SignInDeps extends SpacesContext {
  seal: Seal;
  log: Pick<Logger, 'error' | 'info'>;
  doors: Doors;
  takePicture: TakePicture;
}

export interface SignInContext extends SignInDeps {
  unclaimed: Unclaimed;
  /** Gives back what nobody takes; never throws. */
  release: (proof: Proof) => void;
}

/** Signing in with an account of a network: from the first question to the session. */
export interface SignIn {
  networks: Network[];
  /** Asks the network, and answers what opens the way there. Throws `Refusal`. */
  begin(begun: Begun): Promise<string>;
  /** The address of the network to which a flow leads, once; null when there is no such flow any more. */
  leave(flow: string): Promise<string | null>;
  comeBack(network: Network, answer: URLSearchParams, callback: string): Promise<Landing>;
  /** What the person answered to the question of a landing, once. */
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
  const { store, seal, clock, unclaimed, release } = context;
  // Taken before anything is checked, and for good: a wrong verifier has no second try.
  const kept = await takeTicket({ records: store, seal }, { kind: 'code', secret: code }, clock());
  unclaimed.claim(code);
  if (kept === undefined) throw new Refusal('sign_in_over');
  const ticket = v.parse(CodeTicketSchema, kept);
  try {
    if (!isVerifierOf(ticket.challenge, verifier)) throw new Refusal('sign_in_over');
    const swapped = await inOneStep(context, (step) => enter({ step, seal, ticket, device }));
    if (swapped.is === 'taken') release(ticket.proof);
    else keepPicture(context, ticket.proof);
    return swapped;
  } catch (error) {
    release(ticket.proof);
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
function keepPicture(context: SignInContext, { pictureUrl, network, subject }: Proof): void {
  const follow = async () => {
    const taken = pictureUrl === null ? null : await context.takePicture(pictureUrl);
    if (!taken) return;
    await inOneStep(context, async (step) => {
      const identity = await step.records.identityOf(network, subject);
      if (!identity || identity.picture === taken.id) return;
      await step.records.addPicture({ ...taken, at: step.now });
      await step.records.updateIdentity(identity.id, { picture: taken.id });
      await step.records.dropUnusedPictures();
      await showAnew(step, identity.accountId);
    });
  };
  follow().catch((error: unknown) => context.log.info({ err: error }, 'a picture could not be kept'));
}
