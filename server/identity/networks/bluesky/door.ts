import type { NodeSavedSession, NodeSavedState, OAuthSession } from '@atproto/oauth-client-node';
import * as v from 'valibot';
import type { Limits } from '#shared/schema/limits.ts';
import type { Logger } from '../../../log.ts';
import type { Records } from '../../../spaces/records.ts';
import { Refusal } from '../../../spaces/refusal.ts';
import type { Conversations } from '../conversation.ts';
import { mayUse } from '../../flow/may-enter.ts';
import type { Door, Leave, Proof } from '../network.ts';
import type { SignInRequest } from '../../flow/sign-in-request.ts';
import { type ClientDeps, openClient } from './client.ts';
import { grantsStatus, loopbackCallback, SIGN_IN_SCOPE, STATUS_SCOPE } from './client-metadata.ts';
import { checkAnswer, refusalFor } from './faults.ts';
import type { Leaves } from './leaves.ts';
import { personOf } from './person.ts';

const DID = /^did:(?:plc|web):[A-Za-z0-9.:%_-]{1,500}$/;
const HANDLE = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const HANDLE_MAX = 253;

/** What is kept until the person comes back; who they are said to be here, whatever the answer says. */
const KeptSchema = v.object({
  did: v.string(),
  callback: v.string(),
  /** The leave to set the status was asked for. */
  status: v.boolean(),
  state: v.string(),
  saved: v.custom<NodeSavedState>((value) => typeof value === 'object' && value !== null),
});
type Kept = v.InferOutput<typeof KeptSchema>;

interface DoorDeps extends ClientDeps {
  store: Pick<Records, 'domains'>;
  conversations: Pick<Conversations, 'open'>;
  leaves: Leaves;
  /** Gives a leave back that no identity has taken up. */
  forgetUnused: (did: string) => Promise<void>;
  limits: Pick<Limits, 'outsideMs'>;
  log: Pick<Logger, 'info'>;
}

/** The way in for people of the atproto network, by the servers where their accounts live. */
export function createBlueskyDoor(deps: DoorDeps): Door {
  return {
    begin: (request, _, callback) => bounded(deps, (signal) => begin(deps, request, callback, signal)),
    finish: async (kept, answer) =>
      bounded(deps, (signal) => finish(deps, v.parse(KeptSchema, kept), answer, signal)),
    release: ({ subject, status }) => (status ? deps.forgetUnused(subject) : Promise.resolve()),
  };
}

/** Ends the work after `outsideMs`. */
async function bounded<T>(
  { limits, log }: Pick<DoorDeps, 'limits' | 'log'>,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const signal = AbortSignal.timeout(limits.outsideMs);
  const over = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  return asRefusals(log, Promise.race([work(signal), over]));
}

/** Makes of errors what they mean for the person. */
async function asRefusals<T>(log: DoorDeps['log'], work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const refusal = refusalFor(error);
    if (refusal !== error) log.info({ err: error, code: refusal.code }, 'a sign-in by Bluesky failed');
    throw refusal;
  }
}

async function begin(
  deps: DoorDeps,
  { who, purpose }: SignInRequest,
  comingBack: string,
  signal: AbortSignal,
): Promise<Leave> {
  const name = readWho(who);
  const callback = deps.publicUrl === null ? loopbackCallback(comingBack) : comingBack;
  if (callback === null) throw new Refusal('forbidden');
  const states = new Map<string, NodeSavedState>();
  const client = await openClient(deps, { callback, states, signal });
  if (!DID.test(name)) await mayAsk(deps, { handle: name, host: name });
  const { did, didDoc, handle } = await client.identityResolver.resolve(name, { signal });
  const { extractPdsUrl } = await import('@atproto/oauth-client-node');
  await mayAsk(deps, { handle, host: extractPdsUrl(didDoc).hostname });
  // A status that would lead nowhere is not asked for.
  const status = purpose === 'status' && deps.options.pagesAt !== null;
  const scope = status ? STATUS_SCOPE : SIGN_IN_SCOPE;
  const url = await client.authorize(name, { scope, signal });
  const [[state, saved]] = [...states] as [[string, NodeSavedState]];
  const kept: Kept = { did, callback, status, state, saved };
  return { url: url.href, state, kept };
}

/** Which server is asked is the word of a stranger's document: no failure of it is held against those whose server it is. */
async function mayAsk(
  { store, conversations }: DoorDeps,
  { handle, host }: Record<'handle' | 'host', string>,
): Promise<void> {
  await mayUse(store, { network: 'bluesky', handle: `@${handle}`, host });
  await conversations.open(host);
}

/** A handle or DID as people write or paste it. */
function readWho(who: string): string {
  const name = who.trim().replace(/^(?:at:\/\/|@)/, '');
  if (DID.test(name)) return name;
  const handle = name.toLowerCase();
  if (handle.length > HANDLE_MAX || !HANDLE.test(handle)) throw new Refusal('invalid_input');
  return handle;
}

async function finish(
  deps: DoorDeps,
  kept: Kept,
  answer: URLSearchParams,
  signal: AbortSignal,
): Promise<Proof> {
  if (answer.get('state') !== kept.state) throw new Refusal('sign_in_over');
  checkAnswer(answer);
  const { callback, state, saved } = kept;
  const sessions = new Map<string, NodeSavedSession>();
  const client = await openClient(deps, { callback, states: new Map([[state, saved]]), sessions, signal });
  const { session } = await client.callback(answer, { redirect_uri: callback as never });
  let isKept = false;
  try {
    // Whoever asked for one account and consented with another is not let in as either.
    if (session.did !== kept.did) throw new Refusal('identity_untrusted');
    const person = await personOf(client, askUntil(deps, signal), session.did);
    if (!kept.status || !(await givesStatus(session))) return person;
    await deps.leaves.keep(session.did, { callback, session: sessions.get(session.did)! }, signal);
    isKept = true;
    return { ...person, status: true };
  } finally {
    if (!isKept)
      await session
        .signOut()
        .catch((error: unknown) => deps.log.info({ err: error }, 'a session was not signed out'));
  }
}

async function givesStatus(session: OAuthSession): Promise<boolean> {
  return grantsStatus((await session.getTokenInfo(false)).scope);
}

function askUntil({ outside }: DoorDeps, signal: AbortSignal): DoorDeps['outside'] {
  return (url, init) => outside(url, { ...init, signal });
}
