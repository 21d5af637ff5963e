import { hashOfKey } from '#shared/schema/identity.ts';
import type { Site } from '../../sites/site.ts';
import { later } from './later.ts';
import type { LiveKeys, LiveSpace } from './live-keys.ts';

export interface AuthorsDeps {
  site: Site;
  live(): LiveKeys;
  /** The keys of all who show themselves on the stage of a Space, from the Space itself; none when it does not answer. */
  confirm(spaceId: string): Promise<ReadonlySet<string>>;
  /** What names leave out, asked when the first of them is read. */
  domain(): Promise<string | null>;
  /** A post is to be looked at again: what was missing has come. */
  again(post: Element): void;
}

/** Answers the live Space on whose stage a post's author is. What is read of the post stays here. */
export function matchAuthors({ site, live, confirm, domain, again }: AuthorsDeps) {
  const hashOf = later(hashOfKey);
  const domainOf = later(domain);
  /** By Space and version, and what the version before it said until then. */
  const keysIn = later((name) => confirm(name.split(' ')[0]!));
  const before = new Map<string, ReadonlySet<string>>();

  /** Whether somebody is on a stage under this key; asked of the Space itself, since a card tells no more than a hash. */
  function shows(key: string, { id, v }: LiveSpace, onCome: () => void): boolean {
    const keys = keysIn(`${id} ${v}`, onCome);
    if (keys) before.set(id, keys);
    return before.get(id)?.has(key) ?? false;
  }

  return (post: Element): LiveSpace | null => {
    if (live().size === 0) return null;
    const onCome = () => again(post);
    const local = site.hasLocalNames ? domainOf('', onCome) : null;
    for (const key of site.keys(post, local ?? null)) {
      const space = live().get(hashOf(key, onCome) ?? '');
      if (space && shows(key, space, onCome)) return space;
    }
    return null;
  };
}
