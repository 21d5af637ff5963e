import type { Identity, MastodonAccess } from '#shared/schema/account.ts';
import type { SignInNews, SignInWish } from '#shared/schema/sign-in.ts';
import { beginFlow, fetchMe, swapCode } from './account-verbs.ts';
import { Fault } from './fault.ts';
import type { ServerClient } from './server-client.ts';
import type { SessionKeeper } from './session.ts';
import { challengeOf, codeIn, newVerifier } from './sign-in.ts';

export interface SignInFlowDeps {
  sessions: SessionKeeper;
  /** What the person has proved just now, and what came along to read whom they follow on Mastodon. */
  onProved?(identity: Identity, access: MastodonAccess | null): Promise<void>;
}

/** A sign-in that has begun: where the browser goes, and what its end needs. */
export interface Begun {
  url: string;
  verifier: string;
}

/** Begins a sign-in that ends at `back`. Whoever has a session keeps their account where what is proved is new. */
export async function beginSignIn(
  { sessions }: Pick<SignInFlowDeps, 'sessions'>,
  server: ServerClient,
  { network, who, purpose }: SignInWish,
  back: string,
): Promise<Begun> {
  const verifier = newVerifier();
  const request = { network, ...(who && { who }), purpose, challenge: await challengeOf(verifier), back };
  const begin = (token: string | null) => beginFlow(server, token, request);
  const session = await sessions.current(server);
  const { url } = session ? await sessions.use(server, begin) : await begin(null);
  if (!/^https?:\/\//.test(url)) throw new Fault('not_perch');
  return { url, verifier };
}

/** Swaps what a sign-in ended with for what it brought. Throws the fault that it ended with. */
export async function endSignIn(
  deps: SignInFlowDeps,
  server: ServerClient,
  wish: SignInWish,
  { verifier, address }: { verifier: string; address: string },
): Promise<SignInNews> {
  const code = codeIn(address);
  if (code === null) throw new Fault('sign_in_over');
  const swapped = await swapCode(server, { code, verifier });
  if (swapped.is === 'taken') return { ...swapped, wish };
  const { identity, mastodon } = swapped;
  // A guest's place in a Space goes along to whom they turn out to be; the server sees to that.
  if (swapped.is === 'signed-in') await deps.sessions.take(server, swapped.session, identity.picture);
  else await refresh(deps, server);
  await deps.onProved?.(identity, mastodon);
  return { is: 'done', wish, how: swapped.is, handle: identity.handle, rejoined: false, fault: null };
}

/** What joining the two accounts of a `taken` identity came to. */
export function merged({ wish, other }: Extract<SignInNews, { is: 'taken' }>): SignInNews {
  const handle = other.handles[0] ?? '';
  return { is: 'done', wish, how: 'merged', handle, rejoined: false, fault: null };
}

/** Who the person is may have changed: a guest who proved who they are is none any more. */
async function refresh({ sessions }: Pick<SignInFlowDeps, 'sessions'>, server: ServerClient): Promise<void> {
  try {
    await sessions.note(server, await sessions.use(server, (token) => fetchMe(server, token)));
  } catch (error) {
    // It is done all the same, and asked for again when it is shown.
    if (!(error instanceof Fault)) throw error;
  }
}
