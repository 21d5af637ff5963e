import type { Hono } from 'hono';
import { ulid } from 'ulid';
import { identityKey } from '#shared/schema/identity.ts';
import { isFromThisMachine } from '../client-address.ts';
import { authenticate } from '../identity/sessions.ts';
import type { AppEnv } from '../routes/env.ts';
import type { Store } from '../spaces/records.ts';

/** Who the demo host is on the demo timeline. */
const ANA = 'ana@wren.example';

/** Adds the one thing that the demo host cannot do as anybody else would: to be known as an author of the demo timeline. */
export function identityRoute(app: Hono<AppEnv>, store: Store): void {
  app.post('/demo/identity', async (c) => {
    if (!isFromThisMachine(c.env.incoming)) return c.notFound();
    const now = Date.now();
    const account = await authenticate(store, c.req.header('authorization'), now, Infinity);
    if (!account) return c.body(null, 401);
    await store.transaction(async (records) => {
      await records.dropIdentity('mastodon', ANA);
      await records.addIdentity({
        id: ulid(now),
        accountId: account.id,
        network: 'mastodon',
        subject: ANA,
        handle: `@${ANA}`,
        host: ANA.split('@')[1]!,
        name: 'Ana',
        picture: null,
        status: false,
        provedAt: now,
        keys: [identityKey('ap', ANA)],
        shown: true,
        at: now,
      });
    });
    return c.body(null, 204);
  });
}
