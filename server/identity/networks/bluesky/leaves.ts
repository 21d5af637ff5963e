import type { NodeSavedSession } from '@atproto/oauth-client-node';
import * as v from 'valibot';
import type { SignInRecords } from '../../records.ts';
import { type Seal, unsealed } from '../../seal.ts';
import { type ClientDeps, openClient, type Shelf } from './client.ts';

const KIND = 'bluesky-session';

const LeaveSchema = v.object({
  /** By which our client was known when the leave was given. */
  callback: v.string(),
  session: v.custom<NodeSavedSession>((value) => typeof value === 'object' && value !== null),
});
type KeptLeave = v.InferOutput<typeof LeaveSchema>;

interface LeavesDeps extends ClientDeps {
  store: Pick<SignInRecords, 'secret' | 'putSecret' | 'dropSecret' | 'leavesWithoutStatus'>;
  seal: Seal;
  clock: () => number;
}

/** A session at somebody's server by which requests are made in their name; undefined once it is gone. */
export type Speak = (path: string, init?: RequestInit) => Promise<Response>;

/** The leaves that people gave to set their status, sealed; by DID. */
export interface Leaves {
  /** Takes the place of the one before, which is given back. */
  keep(did: string, leave: KeptLeave, signal: AbortSignal): Promise<void>;
  /** Speaks in that person's name until `signal`. Rejects when there is no leave, or it was taken back at the person's server. */
  use(did: string, signal: AbortSignal): Promise<Speak>;
  has(did: string): Promise<boolean>;
  /** Whose leave was kept before `before`, and serves no identity. */
  withoutStatus(before: number): Promise<string[]>;
  /** Gives the leave back and keeps nothing of it. */
  drop(did: string, signal: AbortSignal): Promise<void>;
}

export function createLeaves(deps: LeavesDeps): Leaves {
  const { store } = deps;
  const read = async (did: string): Promise<KeptLeave | null> =>
    unsealed(deps.seal, await store.secret(KIND, did), about(did), LeaveSchema);
  const write = (did: string, leave: KeptLeave) =>
    store.putSecret(KIND, did, deps.seal.close(leave, about(did)), deps.clock());
  const open = async (did: string, signal: AbortSignal) => {
    const leave = await read(did);
    if (!leave) throw new LeaveGone(did);
    const sessions: Shelf<NodeSavedSession> = {
      get: async (name) => (await read(name))?.session,
      set: (name, session) => write(name, { ...leave, session }),
      del: (name) => store.dropSecret(KIND, name),
    };
    return openClient(deps, { callback: leave.callback, sessions, signal });
  };
  const drop: Leaves['drop'] = async (did, signal) => {
    try {
      await (await open(did, signal)).revoke(did);
    } finally {
      await store.dropSecret(KIND, did);
    }
  };
  return {
    drop,
    has: async (did) => (await read(did)) !== null,
    withoutStatus: (before) => store.leavesWithoutStatus(KIND, before),
    keep: async (did, leave, signal) => {
      // The new one stands whatever comes of the old one.
      await drop(did, signal).catch(() => undefined);
      await write(did, leave);
    },
    use: async (did, signal) => {
      const session = await (await open(did, signal)).restore(did);
      return (path, init) => session.fetchHandler(path, init);
    },
  };
}

/** There is no leave to speak in somebody's name. */
export class LeaveGone extends Error {
  override readonly name = 'LeaveGone';

  constructor(did: string) {
    super(`There is no leave of ${did} any more.`);
  }
}

function about(did: string): string {
  return `${KIND} ${did}`;
}
