import type { AppDeps } from '../app.ts';
import type { SpacesContext } from '../spaces/context.ts';
import { createDoors } from './networks/doors.ts';
import type { Door } from './networks/network.ts';
import { createPictureTaker } from './pictures.ts';
import { createSignIn, type SignIn } from './flow/sign-in.ts';

export interface IdentityDeps extends SpacesContext, Pick<AppDeps, 'config' | 'log' | 'outside' | 'seal'> {
  /** Bluesky's way in, which has more to it than the others; null where it cannot be. */
  bluesky: Door | null;
}

export interface Identity {
  signIn: SignIn;
  /** Takes back a Mastodon token that a device was handed. */
  revokeMastodon: (server: string, token: string) => Promise<void>;
}

/** All by which people are somebody here. */
export function createIdentity(deps: IdentityDeps): Identity {
  const { doors, revokeMastodon } = createDoors(deps);
  return {
    signIn: createSignIn({ ...deps, doors, takePicture: createPictureTaker(deps.outside) }),
    revokeMastodon,
  };
}
