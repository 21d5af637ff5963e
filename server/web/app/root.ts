import * as v from 'valibot';
import { SpaceIdSchema } from '#shared/schema/space.ts';
import { LANGUAGES } from '#shared/schema/view.ts';

const RootSchema = v.object({
  spaceId: SpaceIdSchema,
  language: v.fallback(v.picklist(LANGUAGES), 'en'),
  /** The page itself, or the player that others frame. */
  kind: v.fallback(v.picklist(['page', 'player']), 'page'),
  /** Where people get the extension; null where the server offers none. */
  extensionUrl: v.fallback(v.nullable(v.pipe(v.string(), v.url(), v.regex(/^https?:/))), null),
});
export type Root = v.InferOutput<typeof RootSchema>;

/** The server that a page at this address is from; it may stand below a path of its host. */
export function serverOf({ origin, pathname }: Pick<Location, 'origin' | 'pathname'>): string {
  return origin + pathname.replace(/\/(?:s\/[^/]+(?:\/player)?|moderation)\/*$/, '');
}

/** What the server wrote on the element that the page is rendered into. Throws for an element that names no Space. */
export function readRoot({ dataset }: HTMLElement): Root {
  return v.parse(RootSchema, { ...dataset });
}
