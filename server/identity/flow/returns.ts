import * as v from 'valibot';
import { SpaceIdSchema } from '#shared/schema/space.ts';
import { Refusal } from '../../spaces/refusal.ts';

/** Where Chromium hands an answer to the extension as it is published; the name in it follows from the manifest's key. */
export const EXTENSION_ORIGIN = 'https://nnhefpjkbfakaoopgjpgnejnojfkghmj.chromiumapp.org';
/** The same of Firefox, after the extension's id there. */
export const FIREFOX_ORIGIN = 'https://b8626de72f17d4068b02f01ae7f176567acad9f5.extensions.allizom.org';
const OWN_ORIGINS = [EXTENSION_ORIGIN, FIREFOX_ORIGIN];

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
  const isKnown = OWN_ORIGINS.includes(url.origin) || signInReturns.includes(back) || isPageOf(pages, url);
  if (!isKnown) throw new Refusal('invalid_input');
  return url.href;
}

function isPageOf(base: string, { href }: URL): boolean {
  const root = `${base.replace(/\/+$/, '')}/`;
  if (!href.startsWith(root)) return false;
  const path = href.slice(root.length);
  return path === 'moderation' || (path.startsWith('s/') && v.is(SpaceIdSchema, path.slice(2)));
}
