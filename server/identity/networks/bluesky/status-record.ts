import * as v from 'valibot';
import type { Speak } from './leaves.ts';

const COLLECTION = 'app.bsky.actor.status';
const RKEY = 'self';
const LIVE = 'app.bsky.actor.status#live';
const MINUTE = 60_000;

const FoundSchema = v.object({
  cid: v.string(),
  value: v.object({
    status: v.optional(v.string()),
    createdAt: v.string(),
    durationMinutes: v.optional(v.number()),
    embed: v.optional(v.object({ external: v.optional(v.object({ uri: v.string() })) })),
  }),
});
const WrittenSchema = v.object({ cid: v.string() });
const FailureSchema = v.object({ error: v.string() });

/** The status that stands at somebody's server. */
export interface FoundStatus {
  cid: string;
  /** What it leads to. */
  uri: string | null;
  /** Until when it says that they are live; null for one that never ends. */
  liveUntil: number | null;
}

export interface LiveStatus {
  uri: string;
  title: string;
  description: string;
  at: number;
  /** How long it lasts. */
  forMs: number;
}

/** The status is another than the one that was read. */
export class StatusMoved extends Error {
  override readonly name = 'StatusMoved';
}

/** Null when there is none. */
export async function readStatus(speak: Speak, did: string): Promise<FoundStatus | null> {
  const query = new URLSearchParams({ repo: did, collection: COLLECTION, rkey: RKEY });
  const response = await speak(`/xrpc/com.atproto.repo.getRecord?${query}`);
  if (response.status === 400 && (await failureOf(response)) === 'RecordNotFound') return null;
  const { cid, value } = v.parse(FoundSchema, await answerOf(response));
  const isLive = value.status === LIVE;
  const { durationMinutes } = value;
  const ends = durationMinutes === undefined ? null : Date.parse(value.createdAt) + durationMinutes * MINUTE;
  return { cid, uri: value.embed?.external?.uri ?? null, liveUntil: isLive ? ends : 0 };
}

/** Sets it in the place of the one that was read; answers its content's id. Rejects with `StatusMoved` when another stands there by now. */
export async function writeStatus(
  speak: Speak,
  did: string,
  { uri, title, description, at, forMs }: LiveStatus,
  instead: string | null,
): Promise<string> {
  const record = {
    $type: COLLECTION,
    status: LIVE,
    createdAt: new Date(at).toISOString(),
    durationMinutes: Math.max(1, Math.round(forMs / MINUTE)),
    embed: { $type: 'app.bsky.embed.external', external: { uri, title, description } },
  };
  const response = await procedure(speak, 'putRecord', { ...where(did), record, swapRecord: instead });
  return v.parse(WrittenSchema, await answerOf(response)).cid;
}

/** Takes away the one that was read. Rejects with `StatusMoved` when another stands there by now. */
export async function deleteStatus(speak: Speak, did: string, cid: string): Promise<void> {
  await answerOf(await procedure(speak, 'deleteRecord', { ...where(did), swapRecord: cid }));
}

function where(did: string) {
  return { repo: did, collection: COLLECTION, rkey: RKEY };
}

function procedure(speak: Speak, name: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return speak(`/xrpc/com.atproto.repo.${name}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

async function answerOf(response: Response): Promise<unknown> {
  if (response.ok) return response.json();
  const word = await failureOf(response);
  if (word === 'InvalidSwap') throw new StatusMoved();
  throw new Error(`The person's server answered ${response.status} ${word}`);
}

async function failureOf(response: Response): Promise<string> {
  // A failure that is told in no JSON has no name.
  const said = v.safeParse(FailureSchema, await response.json().catch(() => null));
  return said.success ? said.output.error : '';
}
