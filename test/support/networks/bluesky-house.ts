import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { ulid } from 'ulid';
import type { Browser } from 'puppeteer-core';
import { DEFAULT_LIMITS, type Limits } from '../../../shared/schema/limits.ts';
import {
  type Bluesky,
  type BlueskyOptions,
  createBluesky,
} from '../../../server/identity/bluesky/bluesky.ts';
import type { Proof } from '../../../server/identity/network.ts';
import type { Outside } from '../../../server/identity/outside.ts';
import { type Seal, sealWith } from '../../../server/identity/seal.ts';
import type { SignInRequest } from '../../../server/identity/sign-in-request.ts';
import { createLog } from '../../../server/log.ts';
import type { AppEnv } from '../../../server/routes/env.ts';
import { blueskyRoutes } from '../../../server/routes/bluesky.ts';
import type { Store } from '../../../server/spaces/records.ts';
import { openStore } from '../../../server/store/store.ts';
import { launchPlain } from '../chromium.ts';
import { temporaryDir } from '../core-app.ts';
import { consentAlone } from './bluesky-consent.ts';
import { type Atproto, type AtprotoPerson, startAtproto } from './dev-env.ts';
import { listen } from './stand-in.ts';

/** The public name of the server under test, which only the PDS believes in. */
const HOST = 'perch.example';
export const PUBLIC_URL = `https://${HOST}`;
const CALLBACK = '/auth/back/bluesky';

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

export async function openBlueskyHouse(): Promise<BlueskyHouse> {
  // Which of the servers under test is asked for its metadata: the newest.
  let newest: Bluesky | undefined;
  const documents = {
    clientMetadata: () => newest?.clientMetadata() ?? null,
    jwks: async () => (await newest?.jwks()) ?? null,
  };
  const app = new Hono<AppEnv>().route('/auth/bluesky', blueskyRoutes(documents));
  const ours = await listen(app as unknown as Hono, [], { [HOST]: [''] });
  const [atproto, { browser, close }] = await Promise.all([
    startAtproto({ hosts: ours.hosts }),
    launchPlain(),
  ]);
  return {
    atproto,
    browser,
    async open(settings = {}) {
      const doorway = await doorwayTo(atproto, browser, settings);
      newest = doorway.bluesky;
      return doorway;
    },
    async close() {
      await close();
      await atproto.stop();
      await ours.stop();
    },
  };
}

async function doorwayTo(
  atproto: Atproto,
  browser: Browser,
  { isPublic = false, limits, outside = (through) => through }: Settings,
): Promise<Doorway> {
  const store = await openStore(temporaryDir());
  const seal = sealWith(randomBytes(32));
  const options = { plcDirectoryUrl: atproto.plcUrl, allowHttp: true, resolveTxt: async () => null };
  const bluesky = createBluesky({
    store,
    seal,
    outside: outside(atproto.outside),
    limits: { ...DEFAULT_LIMITS, ...limits },
    clock: () => doorway.now,
    log: createLog('silent'),
    config: { publicUrl: isPublic ? PUBLIC_URL : null },
    bluesky: options,
  });
  const door = bluesky.door!;
  const callback = `${isPublic ? PUBLIC_URL : 'http://localhost:8790'}${CALLBACK}`;
  const doorway: Doorway = {
    bluesky,
    store,
    seal,
    options,
    now: Date.now(),
    async visit(person, request) {
      const leave = await door.begin({ who: person.handle, purpose: 'sign-in', ...request }, '', callback);
      return { kept: leave.kept, answer: await consentAlone(browser, leave.url, person) };
    },
    async signIn(person, purpose) {
      const { kept, answer } = await doorway.visit(person, { purpose });
      return door.finish(kept, answer, callback);
    },
  };
  return doorway;
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
