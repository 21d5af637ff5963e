import type { Me } from '#shared/schema/stage.ts';
import type { Reader } from './reader.ts';

/** Sends a framed message to a reader that keeps up; false when it was left out. */
export type Deliver = (reader: Reader, frame: Buffer) => boolean;

/** Somebody who follows by a session. */
export interface Viewer {
  accountId: string;
  sessionId: string;
}

/** A reader that follows one Space, and what it was told last. Kept small, as the reader is. */
export interface Follower {
  reader: Reader;
  /** Null for one without a session. */
  accountId: string | null;
  sessionId: string | null;
  /** The number of the stage that it has; 0 for none. */
  stage: number;
  /** The own place that it has; empty for none. */
  me: string;
  /** On stage, waiting, invited or with somebody muted: a place that can change without a deed of the account. */
  placed: boolean;
  /** The number of the queue that it has; 0 when told that it sees none, less when told nothing yet. */
  queue: number;
}

export function newFollower(reader: Reader, viewer: Viewer | null): Follower {
  const { accountId, sessionId } = viewer ?? { accountId: null, sessionId: null };
  return { reader, accountId, sessionId, stage: 0, me: '', placed: false, queue: -1 };
}

/** The same text for the same place, whenever it is looked at: what is left of an invitation runs down. */
export function placeText(me: Me | null, at: number): string {
  if (!me?.invitation) return JSON.stringify(me);
  const { by, leftMs } = me.invitation;
  return JSON.stringify({ ...me, invitation: { by, until: at + leftMs } });
}
