import * as v from 'valibot';
import { SpaceIdSchema } from '#shared/schema/space.ts';
import { Refusal } from '../../spaces/refusal.ts';

/** Where the browser hands an answer to the extension as it is published; the name in it follows from the manifest's key. */
export const EXTENSION_ORIGIN = 'https://nnhefpjkbfakaoopgjpgnejnojfkghmj.chromiumapp.org';

interface Known {
  /** Of other builds of the extension, whole. */
  signInReturns: string[];
  /** Where our own pages are: at one address, as whoever could name another would be handed what comes back there. */
  pages: string;
}

/** Where a sign-in may end, as the browser will be sent there. Refuses anything else with `invalid_input`. */
export function checkedReturn(back: string, { signInReturns, pages }: Known): string {
  const url = URL.parse(back);
  if (!url || url.username || url.password || url.hash || back.includes('#'))
    throw new Refusal('invalid_input');
  const isKnown = url.origin === EXTENSION_ORIGIN || signInReturns.includes(back) || isPageOf(pages, url);
  if (!isKnown) throw new Refusal('invalid_input');
  return url.href;
}

function isPageOf(base: string, { href }: URL): boolean {
  const root = `${base.replace(/\/+$/, '')}/`;
  if (!href.startsWith(root)) return false;
  const path = href.slice(root.length);
  return path === 'moderation' || (path.startsWith('s/') && v.is(SpaceIdSchema, path.slice(2)));
}
