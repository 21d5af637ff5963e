import * as v from 'valibot';
import { identityKey } from '#shared/schema/identity.ts';
import type { Config } from '../../config.ts';
import type { Logger } from '../../log.ts';
import { Refusal } from '../../spaces/refusal.ts';
import { answerOf } from './answers.ts';
import type { Conversations } from './conversation.ts';
import type { Door, Leave, Proof } from './network.ts';
import { AppUnknown, clientAt, consentUrl } from './oauth-client.ts';
import { newSecret } from '../tickets.ts';

const HOST = 'x.com';
const API = 'https://api.x.com/2';
const SERVER = {
  issuer: `https://${HOST}`,
  authorization_endpoint: `https://${HOST}/i/oauth2/authorize`,
  token_endpoint: `${API}/oauth2/token`,
  revocation_endpoint: `${API}/oauth2/revoke`,
};
const SCOPE = 'users.read tweet.read';

const KeptSchema = v.object({ verifier: v.string(), callback: v.string() });
const MeSchema = v.object({
  data: v.object({
    id: v.pipe(v.string(), v.regex(/^\d{1,25}$/)),
    name: v.string(),
    username: v.pipe(v.string(), v.regex(/^\w{1,50}$/)),
    profile_image_url: v.optional(v.string()),
  }),
});

interface XDeps {
  /** The operator's, from X's developer console. */
  app: NonNullable<Config['x']>;
  conversations: Conversations;
  log: Pick<Logger, 'error' | 'info'>;
}

export function createXDoor(deps: XDeps): Door {
  return {
    begin: (_, state, callback) => begin(deps, state, callback),
    finish: (kept, answer) => finish(deps, v.parse(KeptSchema, kept), answer),
  };
}

async function begin({ app, conversations }: XDeps, state: string, callback: string): Promise<Leave> {
  await conversations.open(HOST);
  const verifier = newSecret();
  const url = await consentUrl(SERVER, app, { callback, scope: SCOPE, state, verifier });
  return { url, kept: { verifier, callback } };
}

async function finish(
  { app, conversations, log }: XDeps,
  { verifier, callback }: v.InferOutput<typeof KeptSchema>,
  answer: URLSearchParams,
): Promise<Proof> {
  return conversations.hold(HOST, async (ask) => {
    const client = await clientAt(SERVER, { ...app, by: 'basic' }, ask);
    const token = await client.redeem(answer, callback, verifier).catch((error: unknown) => {
      if (!(error instanceof AppUnknown)) throw error;
      log.error('X does not know the application of X_CLIENT_ID, or its secret is another');
      throw new Refusal('network_unreachable');
    });
    try {
      const headers = { authorization: `Bearer ${token}` };
      const response = await ask(`${API}/users/me?user.fields=profile_image_url`, { headers });
      return proofOf((await answerOf(response, MeSchema)).data);
    } finally {
      const failed = (error: unknown) => log.info({ err: error }, 'a token of X could not be revoked');
      void client.revoke(token).catch(failed);
    }
  });
}

function proofOf({ id, name, username, profile_image_url }: v.InferOutput<typeof MeSchema>['data']): Proof {
  return {
    network: 'x',
    subject: id,
    handle: `@${username}`,
    host: HOST,
    name,
    pictureUrl: profile_image_url ?? null,
    keys: [identityKey('x', username)],
    mastodon: null,
    status: false,
  };
}
