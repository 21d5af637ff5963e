import * as v from 'valibot';

/** Where a person is known: X, the atproto network, or the fediverse. */
export const NETWORKS = ['x', 'bluesky', 'mastodon'] as const;
export const NetworkSchema = v.picklist(NETWORKS);
export type Network = v.InferOutput<typeof NetworkSchema>;

/** A picture of a person, by the hash of what it holds: `GET /v1/pictures/:id`, always WebP of 96 by 96. */
export const PictureIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16}$/));

/** How keys begin: X, atproto, ActivityPub. */
export type KeyKind = 'x' | 'at' | 'ap';

/**
 * A name by which a page may know a person, in lower case: `x:HANDLE`, `at:DID`, `at:HANDLE`, `ap:USER@DOMAIN`,
 * `ap:PROFILE_URL`. Every identity has all of its network's keys.
 */
export const IdentityKeySchema = v.pipe(v.string(), v.maxLength(300), v.regex(/^(?:x|at|ap):[^\sA-Z]+$/));

export function identityKey(kind: KeyKind, name: string): string {
  return `${kind}:${name.toLowerCase()}`;
}

/** Somebody on a stage under an account of a network that they show there; `handle` as people write it, with its `@`. */
export const ShownIdentitySchema = v.object({
  pid: v.string(),
  network: NetworkSchema,
  handle: v.string(),
  keys: v.array(IdentityKeySchema),
});
export type ShownIdentity = v.InferOutput<typeof ShownIdentitySchema>;

/** Characters of a key's hash on a card: 48 bits of SHA-256 in base64url. Cards carry them one after the other. */
export const KEY_HASH_LENGTH = 8;

/** A key as cards carry it, so that a list tells nobody's name and a page's authors are matched where they are read. */
export async function hashOfKey(key: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key));
  // Beside a page Firefox lets its bytes be read, and no more: `subarray` and `slice` of an array throw.
  const text = btoa(String.fromCharCode(...new Uint8Array(digest, 0, (KEY_HASH_LENGTH * 3) / 4)));
  return text.replaceAll('+', '-').replaceAll('/', '_');
}
