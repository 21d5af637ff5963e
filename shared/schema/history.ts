import * as v from 'valibot';
import { SpaceIdSchema } from './space.ts';

/** Spaces that are remembered; the oldest goes when one more comes. */
export const HISTORY_MAX = 100;
/** Longer than any title or name that a server takes, so that nothing real is lost. */
const TEXT_MAX = 300;

const HERE = ['localhost', '127.0.0.1'];

function isServerOrigin(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, origin } = new URL(address);
  const isAllowed = protocol === 'https:' || (protocol === 'http:' && HERE.includes(hostname));
  return isAllowed && origin === address;
}

/** The origin of a server: https, or http on this computer; nothing before or behind it. */
export const ServerOriginSchema = v.pipe(v.string(), v.maxLength(TEXT_MAX), v.check(isServerOrigin));

/** A Space that the person was in, and when they last went in (ms since the epoch). */
export const VisitSchema = v.object({
  spaceId: SpaceIdSchema,
  server: ServerOriginSchema,
  title: v.pipe(v.string(), v.maxLength(TEXT_MAX)),
  /** The host's name, empty where nobody told it. */
  host: v.pipe(v.string(), v.maxLength(TEXT_MAX)),
  at: v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15)),
});
export type Visit = v.InferOutput<typeof VisitSchema>;

/** The newest first, each Space once. */
export const HistorySchema = v.pipe(v.array(VisitSchema), v.maxLength(HISTORY_MAX));

export const isSameSpace = (one: Visit, other: Visit) =>
  one.spaceId === other.spaceId && one.server === other.server;

/** Two histories as one: the newest first, each Space once, by its newest visit. */
export function historyOf(...visits: readonly Visit[]): Visit[] {
  const sorted = visits.toSorted((one, other) => other.at - one.at);
  const first = sorted.filter((visit, at) => sorted.findIndex((other) => isSameSpace(visit, other)) === at);
  return first.slice(0, HISTORY_MAX);
}
