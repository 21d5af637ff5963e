import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { IdentityKeySchema, KEY_HASH_LENGTH } from '#shared/schema/identity.ts';

const KeysSchema = v.pipe(v.string(), v.parseJson(), v.array(IdentityKeySchema));

/** The keys of a row; throws when they are none. */
export function keysOf(json: string): string[] {
  return v.parse(KeysSchema, json);
}

/** What `hashOfKey` makes of each key, one after the other; at once, because a transaction waits for nothing else. */
export function packedHashes(keys: string[]): string {
  const hash = (key: string) => createHash('sha256').update(key).digest('base64url');
  return keys.map((key) => hash(key).slice(0, KEY_HASH_LENGTH)).join('');
}
