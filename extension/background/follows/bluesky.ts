import * as v from 'valibot';
import { identityKey } from '#shared/schema/identity.ts';
import { ask, thoseThatAre } from './ask.ts';

/** Bluesky's public AppView answers anybody. */
export const APP_VIEW = 'https://public.api.bsky.app';
const PAGE = 100;
const PAGE_BYTES = 2 * 1024 * 1024;
const HANDLE_BYTES = 16 * 1024;

export const DidSchema = v.pipe(v.string(), v.maxLength(200), v.regex(/^did:(?:plc|web):[a-zA-Z0-9._:%-]+$/));

/** A live status as the AppView tells it: `isActive` unless it is over, `isDisabled` where moderators took it away. */
const StatusSchema = v.object({
  isActive: v.optional(v.boolean(), false),
  isDisabled: v.optional(v.boolean(), false),
  expiresAt: v.optional(v.pipe(v.string(), v.maxLength(40))),
  embed: v.object({ external: v.object({ uri: v.pipe(v.string(), v.maxLength(2_000)) }) }),
});

const FollowSchema = v.object({ did: DidSchema, status: v.optional(v.unknown()) });
const PageSchema = v.object({
  follows: v.pipe(v.array(v.unknown()), v.maxLength(1_000)),
  cursor: v.optional(v.pipe(v.string(), v.maxLength(500))),
});

/** What somebody says of themself: live at this address until then (ms since the epoch; null without an end). */
export interface LiveStatus {
  did: string;
  uri: string;
  until: number | null;
}

export interface BlueskyPage {
  keys: string[];
  statuses: LiveStatus[];
  /** What the next page is asked with; null after the last one. */
  cursor: string | null;
}

export async function resolveDid(fetch_: typeof fetch, handle: string): Promise<string> {
  const url = `${APP_VIEW}/xrpc/com.atproto.identity.resolveHandle?${new URLSearchParams({ handle })}`;
  const { body } = await ask(fetch_, url, { answer: v.object({ did: DidSchema }), atMost: HANDLE_BYTES });
  return body.did;
}

/** A hundred of those whom somebody follows, with what they say of themselves. */
export async function fetchBlueskyPage(
  fetch_: typeof fetch,
  actor: string,
  cursor: string | null,
): Promise<BlueskyPage> {
  const query = new URLSearchParams({ actor, limit: String(PAGE), ...(cursor && { cursor }) });
  const url = `${APP_VIEW}/xrpc/app.bsky.graph.getFollows?${query}`;
  const { body } = await ask(fetch_, url, { answer: PageSchema, atMost: PAGE_BYTES });
  const follows = thoseThatAre(FollowSchema, body.follows);
  return {
    keys: follows.map(({ did }) => identityKey('at', did)),
    statuses: follows.flatMap(({ did, status }) => statusOf(did, status) ?? []),
    cursor: body.cursor && body.cursor !== cursor ? body.cursor : null,
  };
}

function statusOf(did: string, given: unknown): LiveStatus | null {
  const parsed = v.safeParse(StatusSchema, given);
  if (!parsed.success) return null;
  const { isActive, isDisabled, expiresAt, embed } = parsed.output;
  if (!isActive || isDisabled) return null;
  const until = expiresAt === undefined ? null : Date.parse(expiresAt);
  return Number.isNaN(until) ? null : { did, uri: embed.external.uri, until };
}
