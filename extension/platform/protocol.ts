import * as v from 'valibot';
import { FaultSchema } from '#shared/schema/errors.ts';
import { PictureIdSchema } from '#shared/schema/identity.ts';
import { SpaceIdSchema, SpaceSchema } from '#shared/schema/space.ts';
import { OutcomeSchema, ViewSchema } from '#shared/schema/view.ts';

const Nothing = v.strictObject({});
const Unit = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
/** The origin of a server that the person has added; left out it is the home server. */
const KnownServer = v.optional(v.pipe(v.string(), v.maxLength(300)));

/** The answer of a command that brings something. */
export const found = <Thing extends v.GenericSchema>(thing: Thing) =>
  v.union([
    v.object({ found: thing, fault: v.null() }),
    v.object({ found: v.null(), fault: FaultSchema, retryAfter: v.optional(v.number()) }),
  ]);

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
  /** The style sheet of what is drawn into pages; like the words it need not weigh on every page of a site. */
  'background:sheet': { from: 'anywhere', request: Nothing, reply: v.object({ css: v.string() }) },
  'background:join': {
    from: 'anywhere',
    request: v.strictObject({
      spaceId: SpaceIdSchema,
      server: KnownServer,
      shown: v.optional(v.boolean()),
      despiteBlocked: v.optional(v.boolean()),
    }),
    reply: OutcomeSchema,
  },
  /** The person has come to the control that joins that Space (`on`), or turned away from it. */
  'background:ahead': {
    from: 'anywhere',
    request: v.strictObject({ spaceId: SpaceIdSchema, server: KnownServer, on: v.boolean() }),
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
  /** One Space as its server has it now; nothing of the page goes along. Fails with `bad_address` for a server that is not known. */
  'background:space': {
    from: 'anywhere',
    request: v.strictObject({ server: KnownServer, spaceId: SpaceIdSchema }),
    reply: found(SpaceSchema),
  },
  /** A picture of a person as a `data:` address, so that no page has anything to do with our servers; null where there is none. */
  'background:picture': {
    from: 'anywhere',
    request: v.strictObject({ server: KnownServer, id: PictureIdSchema }),
    reply: v.object({ url: v.nullable(v.string()) }),
  },
  /** From the bar's own menu; `hideHere` means the site that the command came from. */
  'background:bar': {
    from: 'anywhere',
    request: v.strictObject({
      hideToday: v.optional(v.boolean()),
      hideHere: v.optional(v.boolean()),
      collapsed: v.optional(v.boolean()),
    }),
    reply: OutcomeSchema,
  },
  /** The domain of the Mastodon server that the command came from, which its own people's names leave out; null when it says none. */
  'background:domain': {
    from: 'anywhere',
    request: Nothing,
    reply: v.object({ domain: v.nullable(v.string()) }),
  },

  /** How many elements each selector of the site's adapter finds, by its name; nothing else of the page. */
  'bar:health': {
    from: 'page',
    request: Nothing,
    reply: v.object({ site: v.string(), counts: v.record(v.string(), v.number()) }),
  },
  /** The person took this host's permission back: its pages are to be as they were. */
  'bar:off': { from: 'page', request: v.strictObject({ host: v.string() }), reply: Nothing },
  'bar:view': { from: 'page', request: ViewSchema, reply: Nothing },
  'popup:view': { from: 'page', request: ViewSchema, reply: Nothing },
} as const;
