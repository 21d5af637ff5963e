import type { Spaces } from '../spaces/spaces.ts';
import type { AppDeps } from '../app.ts';
import { createDoors } from './doors.ts';
import type { Absorb } from './enter.ts';
import { type Entry, OPEN_ENTRY } from './entry.ts';
import type { Door } from './network.ts';
import { createSignIn, type SignIn, type SignInDeps } from './sign-in.ts';

export interface IdentityDeps extends Omit<AppDeps, 'media' | 'asset' | 'mount' | 'bluesky'> {
  spaces: Pick<Spaces, 'identitiesChanged'>;
  /** Bluesky's way in, which has more to it than the others. */
  bluesky?: Door;
  entry?: Entry;
  absorb?: Absorb;
  keepPicture?: SignInDeps['keepPicture'];
}

export interface Identity {
  signIn: SignIn;
  /** Takes back a Mastodon token that a device was handed. */
  revokeMastodon: (server: string, token: string) => Promise<void>;
}

/** All by which people are somebody here. */
export function createIdentity(deps: IdentityDeps): Identity {
  const { store, spaces, entry = OPEN_ENTRY } = deps;
  const { absorb = async () => undefined, keepPicture = async () => null } = deps;
  const { doors, revokeMastodon } = createDoors({ ...deps, records: store, entry });
  const { identitiesChanged } = spaces;
  const signIn = createSignIn({ ...deps, doors, entry, absorb, keepPicture, identitiesChanged });
  return { signIn, revokeMastodon };
}
