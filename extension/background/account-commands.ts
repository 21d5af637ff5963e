import { foundOf, outcomeOf } from '#shared/client/fault.ts';
import type { Outcome } from '#shared/schema/view.ts';
import type { ACCOUNT_PROTOCOL } from '../platform/account-protocol.ts';
import type { Handlers } from '../platform/messenger.ts';
import type { Background } from './background.ts';

export type AccountCommand = keyof typeof ACCOUNT_PROTOCOL;

/** What our own pages ask about the person's account. */
export function accountCommands({ ready, side }: Background): Pick<Handlers<'background'>, AccountCommand> {
  const { account, signIn } = side;
  const verb =
    <Request>(act: (request: Request) => Promise<void>) =>
    async (request: Request): Promise<Outcome> => {
      await ready;
      return outcomeOf(() => act(request));
    };
  const asked =
    <Thing>(ask: () => Promise<Thing>) =>
    async () => {
      await ready;
      return foundOf(ask);
    };
  return {
    'background:about': asked(() => account.about()),
    'background:me': asked(() => account.me()),
    'background:devices': asked(() => account.devices()),
    'background:signIn': verb((wish) => signIn.begin(wish)),
    'background:forgetSignIn': verb(() => signIn.forget()),
    'background:merge': verb(() => signIn.merge()),
    'background:rename': verb(({ name }) => account.rename(name)),
    'background:identity': verb(({ id, change }) => account.change(id, change)),
    'background:unlink': verb(({ id }) => account.unlink(id)),
    'background:signOutDevice': verb(({ id }) => account.signOutDevice(id)),
    'background:signOut': verb(() => account.signOut()),
    'background:deleteAccount': verb(() => account.deleteAccount()),
    'background:beGuest': verb(() => account.beGuest()),
  };
}
