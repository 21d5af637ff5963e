import type { Limits } from '#shared/schema/limits.ts';
import type { Logger } from '../../../log.ts';
import type { Store } from '../../../spaces/records.ts';
import { createConversations } from '../conversation.ts';
import type { Door } from '../network.ts';
import type { Outside } from '../outside.ts';
import type { Seal } from '../../seal.ts';
import { type BlueskyOptions, resolveTxt } from './client.ts';
import { clientMetadata } from './client-metadata.ts';
import { createBlueskyDoor } from './door.ts';
import { createClientKey, type PublicKey, publicPart } from './key.ts';
import { createLeaves } from './leaves.ts';
import { createStatusKeeper, type StatusKeeper } from './status.ts';

export type { BlueskyOptions };

const IN_EARNEST: Omit<BlueskyOptions, 'pagesAt'> = {
  plcDirectoryUrl: 'https://plc.directory',
  allowHttp: false,
  resolveTxt,
};

export interface BlueskyDeps {
  store: Store;
  seal: Seal;
  outside: Outside;
  limits: Limits;
  clock: () => number;
  log: Logger;
  config: { publicUrl: string | null };
  /** Overrides, for tests. */
  bluesky?: Partial<BlueskyOptions>;
}

/** All that this server has to do with Bluesky. */
export interface Bluesky {
  /** Null where atproto knows no name for this server: its address is neither https nor this machine's. */
  door: Door | null;
  /** What servers of atproto read of us, each null without an https address. */
  clientMetadata: () => object | null;
  jwks: () => Promise<{ keys: PublicKey[] } | null>;
  status: StatusKeeper;
  /** For an identity that is unlinked, hidden for good, or whose leave is taken back: clears its status and keeps nothing. Never rejects. */
  forgetStatus(did: string): Promise<void>;
}

/** Made at once, and light: atproto's library is loaded when somebody first signs in. */
export function createBluesky(deps: BlueskyDeps): Bluesky {
  const { publicUrl } = deps.config;
  const isHttps = publicUrl?.startsWith('https:') ?? false;
  const key = createClientKey(deps);
  const options = { ...IN_EARNEST, pagesAt: isHttps ? publicUrl : null, ...deps.bluesky };
  const ours = { ...deps, publicUrl, key, options };
  const leaves = createLeaves(ours);
  const status = createStatusKeeper({ ...deps, leaves, pagesAt: options.pagesAt });
  const conversations = createConversations(deps);
  const forgetUnused = async (did: string) => {
    const identity = await deps.store.identityOf('bluesky', did);
    if (!identity?.status) await status.forget(did);
  };
  return {
    door:
      publicUrl === null || isHttps
        ? createBlueskyDoor({ ...ours, leaves, conversations, forgetUnused })
        : null,
    clientMetadata: () => (publicUrl !== null && isHttps ? clientMetadata(publicUrl) : null),
    jwks: async () => (isHttps ? { keys: [publicPart(await key())] } : null),
    status,
    forgetStatus: (did) => status.forget(did),
  };
}
