import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import type { SignInRecords } from '../../records.ts';
import { type Seal, unsealed } from '../../seal.ts';

const KIND = 'bluesky-key';
const OWNER = 'client';
const CURVE = { name: 'ECDSA', namedCurve: 'P-256' };

const KeySchema = v.object({
  kty: v.literal('EC'),
  crv: v.literal('P-256'),
  x: v.string(),
  y: v.string(),
  d: v.string(),
  kid: v.string(),
  alg: v.literal('ES256'),
  key_ops: v.tuple([v.literal('sign')]),
});
/** An ES256 key with its private part, as a JWK. */
export type ClientKey = v.InferOutput<typeof KeySchema>;
export type PublicKey = Omit<ClientKey, 'd' | 'key_ops'> & { use: 'sig' };

interface KeyDeps {
  store: Pick<SignInRecords, 'secret' | 'putSecret'>;
  seal: Seal;
  clock: () => number;
}

/** The key by which servers of atproto know this server again; made the first time, and kept. */
export function createClientKey(deps: KeyDeps): () => Promise<ClientKey> {
  let reading: Promise<ClientKey> | undefined;
  return () => {
    reading ??= readOrMake(deps).catch((error: unknown) => {
      reading = undefined;
      throw error;
    });
    return reading;
  };
}

export function publicPart({ kty, crv, x, y, kid, alg }: ClientKey): PublicKey {
  return { kty, crv, x, y, kid, alg, use: 'sig' };
}

async function readOrMake({ store, seal, clock }: KeyDeps): Promise<ClientKey> {
  const kept = unsealed(seal, await store.secret(KIND, OWNER), KIND, KeySchema);
  if (kept) return kept;
  const { privateKey } = await crypto.subtle.generateKey(CURVE, true, ['sign', 'verify']);
  const jwk = await crypto.subtle.exportKey('jwk', privateKey);
  const named = { ...jwk, kid: randomBytes(12).toString('base64url'), alg: 'ES256', key_ops: ['sign'] };
  const key = v.parse(KeySchema, named);
  await store.putSecret(KIND, OWNER, seal.close(key, KIND), clock());
  return key;
}
