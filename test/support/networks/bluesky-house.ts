import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { ulid } from 'ulid';
import type { Browser } from 'puppeteer-core';
import { DEFAULT_LIMITS, type Limits } from '../../../shared/schema/limits.ts';
import {
  type Bluesky,
  type BlueskyOptions,
  createBluesky,
} from '../../../server/identity/networks/bluesky/bluesky.ts';
import { clientMetadata } from '../../../server/identity/networks/bluesky/client-metadata.ts';
import { createClientKey, publicPart } from '../../../server/identity/networks/bluesky/key.ts';
import type { Proof } from '../../../server/identity/networks/network.ts';
import type { Outside } from '../../../server/identity/networks/outside.ts';
import { type Seal, sealWith } from '../../../server/identity/seal.ts';
import type { SignInRequest } from '../../../server/identity/flow/sign-in-request.ts';
import { createLog } from '../../../server/log.ts';
import type { AppEnv } from '../../../server/routes/env.ts';
import { blueskyRoutes } from '../../../server/routes/bluesky.ts';
import type { Store } from '../../../server/spaces/records.ts';
import { openStore } from '../../../server/store/store.ts';
import { launchPlain } from '../chromium.ts';
import { temporaryDir } from '../core-app.ts';
import { blueskyAt } from './atproto-outside.ts';
import { consentAlone } from './bluesky-consent.ts';
import { type Atproto, type AtprotoPerson, startAtproto } from './dev-env.ts';
import { listen } from './stand-in.ts';

/** The public name of the server under test, which only the PDS believes in; it refuses one under `.example`. */
const HOST = 'perch-under-test.org';
export const PUBLIC_URL = `https://${HOST}`;

interface Settings {
  /** The server has its public https address; else it is on this machine alone. */
  isPublic?: boolean;
  limits?: Partial<Limits>;
  /** In front of Bluesky's servers. */
  outside?: (through: Outside) => Outside;
}

/** What our server has to do with Bluesky, on a store of its own, before Bluesky's own servers. */
export interface Doorway {
  bluesky: Bluesky;
  store: Store;
  seal: Seal;
  options: Partial<BlueskyOptions>;
  /** The server after it was started anew. */
  again(): Bluesky;
  /** Time, which moves when the test says so. */
  now: number;
  /** Goes to the PDS and comes back with what it says in the address. */
  visit(
    person: AtprotoPerson,
    request?: Partial<SignInRequest>,
  ): Promise<{ kept: unknown; answer: URLSearchParams }>;
  /** The whole way in. */
  signIn(person: AtprotoPerson, purpose?: SignInRequest['purpose']): Promise<Proof>;
}

/** Bluesky's own servers and a browser, for one file of tests. */
export interface BlueskyHouse {
  atproto: Atproto;
  browser: Browser;
  open(settings?: Settings): Promise<Doorway>;
  close(): Promise<void>;
}

export async function openBlueskyHouse({ appView = false } = {}): Promise<BlueskyHouse> {
  const seal = sealWith(randomBytes(32));
  // The PDS remembers a client and its key, so all servers under test are one to it.
  let sealedKey = '';
  const shelf = {
    secret: async () => undefined,
    putSecret: async (_kind: string, _owner: string, sealed: string) => void (sealedKey = sealed),
  };
  const key = publicPart(await createClientKey({ store: shelf, seal, clock: Date.now })());
  const documents = { clientMetadata: () => clientMetadata(PUBLIC_URL), jwks: async () => ({ keys: [key] }) };
  const app = new Hono<AppEnv>().route('/auth/bluesky', blueskyRoutes(documents));
  const ours = await listen(app as unknown as Hono, [], { [HOST]: [''] });
  const [atproto, { browser, close }] = await Promise.all([
    startAtproto({ appView, hosts: ours.hosts }),
    launchPlain(),
  ]);
  return {
    atproto,
    browser,
    async open(settings = {}) {
      const store = await openStore(temporaryDir());
      await store.putSecret('bluesky-key', 'client', sealedKey, Date.now());
      return doorwayTo({ atproto, browser, store, seal }, settings);
    },
    async close() {
      await close();
      await atproto.stop();
      await ours.stop();
    },
  };
}

interface Ground {
  atproto: Atproto;
  browser: Browser;
  store: Store;
  seal: Seal;
}

function doorwayTo(
  { atproto, browser, store, seal }: Ground,
  { isPublic = false, limits, outside = (through) => through }: Settings,
): Doorway {
  const options = blueskyAt(atproto);
  const again = () =>
    createBluesky({
      store,
      seal,
      outside: outside(atproto.outside),
      limits: { ...DEFAULT_LIMITS, ...limits },
      clock: () => doorway.now,
      log: createLog('silent'),
      config: { publicUrl: isPublic ? PUBLIC_URL : null },
      bluesky: options,
    });
  const bluesky = again();
  const door = bluesky.door!;
  const callback = `${isPublic ? PUBLIC_URL : 'http://localhost:8790'}/auth/back/bluesky`;
  const doorway: Doorway = {
    bluesky,
    store,
    seal,
    options,
    again,
    now: Date.now(),
    async visit(person, request) {
      const leave = await door.begin({ who: person.handle, purpose: 'sign-in', ...request }, '', callback);
      return { kept: leave.kept, answer: await consentAlone(browser, leave.url, person) };
    },
    async signIn(person, purpose = 'sign-in') {
      const { kept, answer } = await doorway.visit(person, { purpose });
      return door.finish(kept, answer, callback);
    },
  };
  return doorway;
}

/** Writes down the paths that are asked. */
export function noting(asked: string[]): (through: Outside) => Outside {
  return (through) => (url, init) => {
    asked.push(new URL(url).pathname);
    return through(url, init);
  };
}

/** Gives an account the identity that was proved, as a sign-in does. */
export async function own(store: Store, accountId: string, proof: Proof): Promise<void> {
  const { mastodon: _, pictureUrl: __, ...identity } = proof;
  const at = Date.now();
  await store.addIdentity({
    ...identity,
    id: ulid(),
    accountId,
    picture: null,
    shown: true,
    at,
    provedAt: at,
  });
}
