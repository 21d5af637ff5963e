import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createClientKey } from '../../../server/identity/networks/bluesky/key.ts';
import { createLeaves } from '../../../server/identity/networks/bluesky/leaves.ts';
import { sealWith } from '../../../server/identity/seal.ts';
import { openCore } from '../../support/core-app.ts';
import { outsideAmong } from '../../support/sign-in.ts';

/** A database that was restored without the key that lay beside it. */
async function restored() {
  const { store } = await openCore();
  return { store, clock: Date.now, seal: () => sealWith(randomBytes(32)) };
}

test('a server whose key is gone gets another name at atproto’s servers, and keeps it', async () => {
  const { store, clock, seal } = await restored();
  const before = await createClientKey({ store, clock, seal: seal() })();
  const now = seal();
  const made = await createClientKey({ store, clock, seal: now })();
  expect(made.kid).not.toBe(before.kid);
  expect(await createClientKey({ store, clock, seal: now })()).toEqual(made);
});

test('a leave that was sealed with a key that is gone is none', async () => {
  const { store, clock, seal } = await restored();
  const options = { plcDirectoryUrl: '', allowHttp: false, pagesAt: null, resolveTxt: async () => null };
  const leavesOfNow = () => {
    const [key, sealOfNow] = [createClientKey({ store, clock, seal: seal() }), seal()];
    return createLeaves({
      store,
      clock,
      seal: sealOfNow,
      key,
      options,
      outside: outsideAmong({}),
      publicUrl: null,
    });
  };
  const { signal } = new AbortController();
  await leavesOfNow().keep('did:plc:ana', { callback: '', session: {} as never }, signal);
  expect(await store.secret('bluesky-session', 'did:plc:ana')).toBeDefined();
  expect(await leavesOfNow().has('did:plc:ana')).toBe(false);
});
