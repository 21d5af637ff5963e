import { hashOfKey } from '#shared/schema/identity.ts';
import type { Site } from '../../sites/site.ts';
import { later } from './later.ts';
import type { LiveKeys, LiveSpace } from './live-keys.ts';

export interface AuthorsDeps {
  site: Site;
  live(): LiveKeys;
  /** By the keys of all who show themselves on the stage of a Space who that is there, from the Space itself; nobody when it does not answer. Given its id, its server and its version, with spaces between. */
  confirm(version: string): Promise<ReadonlyMap<string, string>>;
  /** What names leave out, asked when the first of them is read. */
  domain(): Promise<string | null>;
  /** A post is to be looked at again: what was missing has come. */
  again(post: Element): void;
}

/** An author on a live stage, who is `pid` there. */
export interface OnStage extends LiveSpace {
  pid: string;
}

/** Answers the live Space on whose stage a post's author is. What is read of the post stays here. */
export function matchAuthors({ site, live, confirm, domain, again }: AuthorsDeps) {
  const hashOf = later(hashOfKey);
  const domainOf = later(domain);
  /** By Space and version, and what the version before it said until then. */
  const keysIn = later(confirm);
  const before = new Map<string, ReadonlyMap<string, string>>();

  /** Who is on a stage under this key; asked of the Space itself, since a card tells no more than a hash. */
  function showing(key: string, { id, v, server }: LiveSpace, onCome: () => void): string | undefined {
    const keys = keysIn(`${id} ${server} ${v}`, onCome);
    if (keys) before.set(id, keys);
    return before.get(id)?.get(key);
  }

  return (post: Element): OnStage | null => {
    if (live().size === 0) return null;
    const onCome = () => again(post);
    const local = site.hasLocalNames ? domainOf('', onCome) : null;
    for (const key of site.keys(post, local ?? null)) {
      const space = live().get(hashOf(key, onCome) ?? '');
      const pid = space && showing(key, space, onCome);
      if (pid) return { ...space, pid };
    }
    return null;
  };
}
