import * as v from 'valibot';
import { identityKey, IdentityKeySchema } from '#shared/schema/identity.ts';
import { Refusal } from '../../../spaces/refusal.ts';
import { answerOf } from '../answers.ts';
import type { Proof } from '../network.ts';
import type { Outside } from '../outside.ts';
import type { OAuthClient } from '../oauth-client.ts';
import { PROFILE } from './apps.ts';
import { isOn } from './server.ts';
import { finger } from './webfinger.ts';

const CredentialsSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  username: v.pipe(v.string(), v.regex(/^[\w.-]{1,100}$/)),
  acct: v.pipe(v.string(), v.maxLength(400)),
  display_name: v.optional(v.string(), ''),
  url: v.optional(v.nullable(v.string())),
  uri: v.optional(v.nullable(v.string())),
  avatar: v.optional(v.nullable(v.string())),
});
type Credentials = v.InferOutput<typeof CredentialsSchema>;

interface Shown {
  ask: Outside;
  host: string;
  token: string;
  scope: string;
  client: OAuthClient;
}

/**
 * Who holds the token. What the server says of itself is believed, and nothing of others: the actor must be on the host that
 * gave the token, and the domain of the handle must itself point to that actor. Refuses with `identity_untrusted`.
 */
export async function personOf({ ask, host, token, scope, client }: Shown): Promise<Proof> {
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
  const response = await ask(`https://${host}/api/v1/accounts/verify_credentials`, { headers });
  const shown = await answerOf(response, CredentialsSchema);
  const told = scope === PROFILE ? await client.userinfo(token) : null;
  const { domain, actor } = await provenName(ask, host, shown, told);
  return {
    network: 'mastodon',
    subject: actor,
    handle: `@${shown.username}@${domain}`,
    host,
    name: shown.display_name || shown.username,
    pictureUrl: shown.avatar ?? null,
    keys: keysOf(shown, host, domain),
    mastodon: { accountId: shown.id, token },
    status: false,
  };
}

async function provenName(
  ask: Outside,
  host: string,
  { username, acct, uri }: Credentials,
  told: string | null,
): Promise<{ domain: string; actor: string }> {
  const here = await finger(ask, username, host);
  const actor = told ?? uri ?? here?.actor;
  if (!here || !actor || !isOn(host, actor) || here.actor !== actor) throw new Refusal('identity_untrusted');
  const { domain } = here;
  const claimed = acct.split('@')[1];
  const isOwn = here.user.toLowerCase() === username.toLowerCase();
  if (!isOwn || (claimed !== undefined && claimed.toLowerCase() !== domain))
    throw new Refusal('identity_untrusted');
  if (domain === host) return { domain, actor };
  const there = await finger(ask, username, domain);
  if (there?.actor !== actor) throw new Refusal('identity_untrusted');
  return { domain, actor };
}

/** The names by which pages know this person: the handle, also at the host where it differs, and the page of the profile there. */
function keysOf({ username, url }: Credentials, host: string, domain: string): string[] {
  // Not of the domain: it may have handed this one name to the host, and kept all other pages.
  const pages = url && isOn(host, url) ? [url] : [];
  const names = [`${username}@${domain}`, `${username}@${host}`, ...pages];
  const keys = names.map((name) => identityKey('ap', name));
  return [...new Set(keys)].filter((key) => v.is(IdentityKeySchema, key));
}
