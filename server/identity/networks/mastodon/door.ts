import * as v from 'valibot';
import type { Logger } from '../../../log.ts';
import type { Records } from '../../../spaces/records.ts';
import { Refusal } from '../../../spaces/refusal.ts';
import type { Conversations } from '../conversation.ts';
import { mayUse } from '../../flow/may-enter.ts';
import type { Door, Leave, Proof } from '../network.ts';
import { AppUnknown, clientAt, consentUrl } from '../oauth-client.ts';
import type { Outside } from '../outside.ts';
import type { SignInRequest } from '../../flow/sign-in-request.ts';
import { newSecret } from '../../tickets.ts';
import { AppSchema, type Apps, scopeOf } from './apps.ts';
import { personOf } from './person.ts';
import { discover, plainServer, readWho, ServerSchema } from './server.ts';
import { finger } from './webfinger.ts';

/** What is kept until the person comes back; the server is the one kept here, whatever the query says. */
const KeptSchema = v.object({
  host: v.string(),
  server: ServerSchema,
  app: AppSchema,
  callback: v.string(),
  scope: v.string(),
  verifier: v.string(),
  /** The device gets the token. */
  reads: v.boolean(),
});
type Kept = v.InferOutput<typeof KeptSchema>;

export interface MastodonDeps {
  apps: Apps;
  conversations: Conversations;
  records: Pick<Records, 'domains'>;
  log: Pick<Logger, 'info'>;
}

export function createMastodonDoor(deps: MastodonDeps): Door {
  return {
    begin: (request, state, callback) => begin(deps, request, state, callback),
    finish: (kept, answer, callback) => finish(deps, v.parse(KeptSchema, kept), answer, callback),
    release: async ({ host, mastodon }) => {
      if (mastodon?.token) await revokeToken(deps, host, mastodon.token);
    },
  };
}

/** Takes a token back at the server that gave it. Refuses with `not_found` where we have no application, and `network_unreachable`. */
export async function revokeToken(
  { apps, conversations }: Pick<MastodonDeps, 'apps' | 'conversations'>,
  host: string,
  token: string,
): Promise<void> {
  const app = await apps.known(host);
  if (!app) throw new Refusal('not_found');
  await revokeAt(conversations, { host, server: plainServer(host), app }, token);
}

function revokeAt(
  conversations: Conversations,
  { host, server, app }: Pick<Kept, 'host' | 'server' | 'app'>,
  token: string,
): Promise<void> {
  return conversations.hold(host, async (ask) => {
    const client = await clientAt(server, { ...app, by: 'post' }, ask);
    await client.revoke(token);
  });
}

async function begin(
  { apps, conversations, records }: MastodonDeps,
  { who, purpose }: SignInRequest,
  state: string,
  callback: string,
): Promise<Leave> {
  const named = readWho(who);
  const open = async (host: string) => {
    if (host === new URL(callback).hostname) throw new Refusal('invalid_input');
    await mayUse(records, { network: 'mastodon', handle: `@${named.host}`, host });
    await conversations.open(host);
  };
  await open(named.host);
  return conversations.hold(named.host, async (ask) => {
    const host = await homeOf(ask, named);
    if (host !== named.host) await open(host);
    const server = await discover(ask, host);
    // Each server has an address of its own to come back to, so that none can pass off another's answer as its own.
    const own = `${callback}/${host}`;
    const app = await apps.at({ ask, host, server, callback: own });
    const reads = purpose === 'follows';
    const asked = { callback: own, scope: scopeOf(server, reads), verifier: newSecret() };
    const kept: Kept = { host, server, app, reads, ...asked };
    return { url: await consentUrl(server, app, { ...asked, state }), kept };
  });
}

/** Where somebody's account lives, who may be called by another domain. */
async function homeOf(ask: Outside, { host, user }: { host: string; user: string | null }): Promise<string> {
  // A domain that tells nothing is asked itself: the proof at the end does not rest on this.
  const found = user === null ? null : await finger(ask, user, host).catch(() => null);
  return found ? readWho(new URL(found.actor).host).host : host;
}

async function finish(
  deps: MastodonDeps,
  kept: Kept,
  answer: URLSearchParams,
  callback: string,
): Promise<Proof> {
  const { host, server, app, scope, verifier, reads } = kept;
  if (callback !== kept.callback) throw new Refusal('identity_untrusted');
  const drop = (token: string) => {
    revokeAt(deps.conversations, kept, token).catch((error: unknown) => {
      deps.log.info({ err: error, host }, 'a token could not be revoked');
    });
  };
  return deps.conversations.hold(host, async (ask) => {
    const client = await clientAt(server, { ...app, by: 'post' }, ask);
    const token = await client.redeem(answer, callback, verifier).catch(async (error: unknown) => {
      if (error instanceof AppUnknown) await deps.apps.drop(host);
      throw error;
    });
    const person = await personOf({ ask, host, token, scope, client }).catch((error: unknown) => {
      drop(token);
      throw error;
    });
    if (reads) return person;
    drop(token);
    return { ...person, mastodon: person.mastodon && { ...person.mastodon, token: null } };
  });
}
