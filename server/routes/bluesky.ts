import { Hono } from 'hono';
import { Refusal } from '../spaces/refusal.ts';
import type { AppEnv } from './env.ts';

interface BlueskyRoutesDeps {
  clientMetadata: () => object | null;
  jwks: () => Promise<object | null>;
}

/** What servers of atproto read of us before they send somebody back. */
export function blueskyRoutes({ clientMetadata, jwks }: BlueskyRoutesDeps) {
  return new Hono<AppEnv>()
    .get('/client-metadata.json', (c) => c.json(there(clientMetadata())))
    .get('/jwks.json', async (c) => c.json(there(await jwks())));
}

function there(document: object | null): object {
  if (document === null) throw new Refusal('not_found');
  return document;
}
