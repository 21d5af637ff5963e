import type { NodeSavedSession, NodeSavedState } from '@atproto/oauth-client-node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ClientDeps, openClient } from '../../server/identity/networks/bluesky/client.ts';
import { SIGN_IN_SCOPE, STATUS_SCOPE } from '../../server/identity/networks/bluesky/client-metadata.ts';
import { createClientKey } from '../../server/identity/networks/bluesky/key.ts';
import type { Speak } from '../../server/identity/networks/bluesky/leaves.ts';
import { consentAlone } from '../support/networks/bluesky-consent.ts';
import {
  type BlueskyHouse,
  type Doorway,
  openBlueskyHouse,
  PUBLIC_URL,
} from '../support/networks/bluesky-house.ts';
import type { AtprotoPerson } from '../support/networks/dev-env.ts';

let house: BlueskyHouse;
let ana: AtprotoPerson;
beforeAll(async () => {
  house = await openBlueskyHouse();
  ana = await house.atproto.createPerson('ana');
}, 600_000);
afterAll(() => house?.close());

test('the leave to be told who somebody is lets nobody write in their name', async () => {
  const speak = await sessionWith(await house.open({ isPublic: true }), SIGN_IN_SCOPE);
  expect(await write(speak, 'app.bsky.actor.status', STATUS)).toEqual([403, 'ScopeMissingError']);
  expect(await write(speak, 'app.bsky.feed.post', POST)).toEqual([403, 'ScopeMissingError']);
});

test('the leave to set a status lets a status be set, and nothing be posted', async () => {
  const speak = await sessionWith(await house.open({ isPublic: true }), STATUS_SCOPE);
  expect(await write(speak, 'app.bsky.actor.status', STATUS)).toEqual([200, undefined]);
  expect(await write(speak, 'app.bsky.feed.post', POST)).toEqual([403, 'ScopeMissingError']);
});

test('what servers of atproto read of ours names our key and never tells it', async () => {
  const { bluesky, store } = await house.open({ isPublic: true });
  const metadata = bluesky.clientMetadata() as Record<string, unknown>;
  expect(metadata['client_id']).toBe(`${PUBLIC_URL}/auth/bluesky/client-metadata.json`);
  expect(metadata['jwks_uri']).toBe(`${PUBLIC_URL}/auth/bluesky/jwks.json`);
  expect(metadata['token_endpoint_auth_method']).toBe('private_key_jwt');
  const { keys } = (await bluesky.jwks())!;
  expect(keys).toEqual([
    {
      kty: 'EC',
      crv: 'P-256',
      alg: 'ES256',
      use: 'sig',
      kid: expect.any(String),
      x: expect.any(String),
      y: expect.any(String),
    },
  ]);
  expect(await store.secret('bluesky-key', 'client')).not.toContain(keys[0]!.x);
});

test('a server without a public https address has nothing for them to read', async () => {
  const { bluesky } = await house.open();
  expect(bluesky.clientMetadata()).toBeNull();
  expect(await bluesky.jwks()).toBeNull();
});

const STATUS = { status: 'app.bsky.actor.status#live', createdAt: new Date().toISOString() };
const POST = { text: 'not mine', createdAt: new Date().toISOString() };

/** A session with that scope, from atproto's client as our server has it. */
async function sessionWith({ store, seal, options }: Doorway, scope: string): Promise<Speak> {
  const deps = {
    publicUrl: PUBLIC_URL,
    outside: house.atproto.outside,
    key: createClientKey({ store, seal, clock: Date.now }),
    options,
  } as ClientDeps;
  const client = await openClient(deps, {
    callback: '',
    states: new Map<string, NodeSavedState>(),
    sessions: new Map<string, NodeSavedSession>(),
    signal: new AbortController().signal,
  });
  const url = await client.authorize(ana.handle, { scope });
  const { session } = await client.callback(await consentAlone(house.browser, url.href, ana));
  return (path, init) => session.fetchHandler(path, init);
}

/** The status of the answer, and the word in which it says no. */
async function write(
  speak: Speak,
  collection: string,
  record: object,
): Promise<[number, string | undefined]> {
  const response = await speak('/xrpc/com.atproto.repo.putRecord', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      repo: ana.did,
      collection,
      rkey: 'self',
      record: { $type: collection, ...record },
    }),
  });
  const { error } = (await response.json()) as { error?: string };
  return [response.status, error];
}
