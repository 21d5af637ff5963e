import type { Device, IdentityRequest, MyAccount } from '#shared/schema/account.ts';
import type { Session } from '#shared/schema/api.ts';
import type { SpacesContext } from '../../spaces/context.ts';
import type { Caller } from '../../spaces/records.ts';
import type { Seal } from '../seal.ts';
import { renewSession } from '../sessions.ts';
import { deleteAccount } from './delete.ts';
import { devicesOf, signOut } from './devices.ts';
import { changeIdentity, unlink } from './identities.ts';
import { merge } from './merge.ts';
import { readMe, renameMe } from './profile.ts';

export interface AccountsContext extends SpacesContext {
  seal: Seal;
  /** See `Config.operators`. */
  operators: string[];
  /** Takes back what a Bluesky account let us set there, and forgets what it was set with. Never throws. */
  forgetStatus(did: string): Promise<void>;
}

/** What people do with their own account. Each throws `Refusal`. */
export interface Accounts {
  me(caller: Caller): Promise<MyAccount>;
  rename(caller: Caller, name: string): Promise<void>;
  delete(caller: Caller): Promise<void>;
  changeIdentity(caller: Caller, id: string, request: IdentityRequest): Promise<void>;
  /** The last one takes the account with it. */
  unlink(caller: Caller, id: string): Promise<void>;
  devices(caller: Caller): Promise<Device[]>;
  /** Signed out twice is fine, and nobody signs another out. */
  signOut(caller: Caller, sessionId: string): Promise<void>;
  renew(token: string): Promise<Session>;
  merge(caller: Caller, ticket: string): Promise<MyAccount>;
}

export function createAccounts(context: AccountsContext): Accounts {
  const { store, clock, limits } = context;
  return {
    me: (caller) => readMe(context, caller.id),
    rename: (caller, name) => renameMe(context, caller.id, name),
    delete: (caller) => deleteAccount(context, caller.id),
    changeIdentity: (caller, id, request) => changeIdentity(context, caller, id, request),
    unlink: (caller, id) => unlink(context, caller, id),
    devices: (caller) => devicesOf(store, caller),
    signOut: (caller, sessionId) => signOut(context, caller.id, sessionId),
    renew: (token) => renewSession(store, token, { now: clock(), turnMs: limits.sessionTurnMs }),
    merge: async (caller, ticket) => {
      await merge(context, caller, ticket);
      return readMe(context, caller.id);
    },
  };
}
