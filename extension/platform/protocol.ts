import * as v from 'valibot';
import { SpaceIdSchema } from '#shared/schema/space.ts';
import { OutcomeSchema, ViewSchema } from '#shared/schema/view.ts';

const Nothing = v.strictObject({});
const Unit = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/**
 * Every command that crosses a context: who may send it, what it carries, what it answers. The part before the colon
 * names the one context that registers it: `background` (service worker), `host` (the media host: offscreen document),
 * `bar` and `popup` (views, which receive pushes), `microphone` (the tab that asks). A content script arrives with its
 * page's origin and may send only what `from: 'anywhere'` allows; all else comes from our own pages.
 */
export const VIEW_PROTOCOL = {
  /** A view says whether it can be seen, and gets everything it shows. Sent at mount, on change and every 20 s while visible; keeps the push socket open. */
  'background:view': {
    from: 'anywhere',
    request: v.strictObject({ visible: v.boolean() }),
    reply: ViewSchema,
  },
  /** The active language's words, for contexts that do not carry the catalogues. */
  'background:words': {
    from: 'anywhere',
    request: Nothing,
    reply: v.object({ language: v.string(), words: v.record(v.string(), v.unknown()) }),
  },
  'background:join': {
    from: 'anywhere',
    request: v.strictObject({
      spaceId: SpaceIdSchema,
      shown: v.optional(v.boolean()),
      despiteBlocked: v.optional(v.boolean()),
    }),
    reply: OutcomeSchema,
  },
  'background:leave': { from: 'anywhere', request: Nothing, reply: OutcomeSchema },
  'background:dismiss': { from: 'anywhere', request: Nothing, reply: OutcomeSchema },
  'background:refresh': { from: 'anywhere', request: Nothing, reply: OutcomeSchema },
  'background:volume': { from: 'anywhere', request: v.strictObject({ volume: Unit }), reply: OutcomeSchema },
  'background:silence': {
    from: 'anywhere',
    request: v.strictObject({ on: v.boolean() }),
    reply: OutcomeSchema,
  },
  'background:openPopup': { from: 'anywhere', request: Nothing, reply: OutcomeSchema },

  'bar:view': { from: 'page', request: ViewSchema, reply: Nothing },
  'popup:view': { from: 'page', request: ViewSchema, reply: Nothing },
} as const;
