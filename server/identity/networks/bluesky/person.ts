import type { NodeOAuthClient } from '@atproto/oauth-client-node';
import * as v from 'valibot';
import { identityKey } from '#shared/schema/identity.ts';
import type { Proof } from '../network.ts';
import type { Outside } from '../outside.ts';

/** What atproto's client answers where name and account do not point to each other. */
const INVALID = 'handle.invalid';
const PROFILE = 'app.bsky.actor.profile';
const SHORT_HEAD = 12;
const SHORT_TAIL = 4;

const ProfileSchema = v.object({
  value: v.object({
    displayName: v.optional(v.fallback(v.string(), ''), ''),
    avatar: v.optional(
      v.fallback(v.nullable(v.object({ ref: v.object({ $link: v.string() }) })), null),
      null,
    ),
  }),
});

/** Whose account it is: the name only where both point to each other, the rest as the person's own server shows it to everybody. */
export async function personOf(client: NodeOAuthClient, ask: Outside, did: string): Promise<Proof> {
  const { extractPdsUrl } = await import('@atproto/oauth-client-node');
  const { didDoc, handle } = await client.identityResolver.resolve(did);
  const pds = extractPdsUrl(didDoc);
  const { displayName, avatar } = await profileOf(ask, pds, did);
  const isNamed = handle !== INVALID;
  const shown = isNamed ? handle : shortened(did);
  return {
    network: 'bluesky',
    subject: did,
    handle: `@${shown}`,
    host: pds.hostname,
    name: displayName || shown,
    pictureUrl: avatar && xrpcUrl(pds, 'com.atproto.sync.getBlob', { did, cid: avatar.ref.$link }),
    keys: (isNamed ? [did, handle] : [did]).map((name) => identityKey('at', name)),
    mastodon: null,
    status: false,
  };
}

/** Where a method of a PDS is. */
export function xrpcUrl(pds: URL | string, method: string, params: Record<string, string>): string {
  return `${new URL(`/xrpc/${method}`, pds).href}?${new URLSearchParams(params)}`;
}

/** A person without a profile, or with one that cannot be read, is who they are all the same. */
async function profileOf(ask: Outside, pds: URL, did: string) {
  const none = { displayName: '', avatar: null };
  const params = { repo: did, collection: PROFILE, rkey: 'self' };
  const response = await ask(xrpcUrl(pds, 'com.atproto.repo.getRecord', params));
  if (!response.ok) {
    await response.body?.cancel();
    return none;
  }
  const read = v.safeParse(ProfileSchema, await response.json());
  return read.success ? read.output.value : none;
}

/** `did:plc:mvoh…qzfd`: what can be said of an account whose name is not proved. */
function shortened(did: string): string {
  return did.length <= SHORT_HEAD + SHORT_TAIL
    ? did
    : `${did.slice(0, SHORT_HEAD)}…${did.slice(-SHORT_TAIL)}`;
}
