import * as v from 'valibot';

/** Longest texts, in code points after cleaning. */
export const TITLE_MAX = 70;
export const NAME_MAX = 40;
export const REQUEST_TEXT_MAX = 140;
export const REPORT_TEXT_MAX = 500;

/** What is counted by the minute is counted anew after this, ms. */
export const RATE_MS = 60_000;

/**
 * Every duration (ms) and size that the server keeps to. One object, passed to `createApp`, so that tests can shorten time.
 * One live Space a host is no number: the store's index `spaces_open_by_host` lets no second one be.
 */
export const DEFAULT_LIMITS = {
  bodyBytes: 16 * 1024,
  /** The list of whom a host follows. */
  followedBytes: 256 * 1024,
  cardBytes: 900,
  /** People on stage, the host with them. */
  stageMax: 13,
  cohostsMax: 2,
  /** Listeners who show themselves and are named to everybody; the others are counted. */
  shownMax: 50,
  joinTokenMs: 60_000,
  /** Whoever connects ahead of a join has so long to say that they want in; who did is let be for `aheadKeptMs` in all. */
  aheadMs: 5_000,
  aheadKeptMs: 10_000,
  /** A sign-in that was begun, and the ticket of a merge. */
  flowMs: 10 * 60_000,
  /** The one-time code at the end of a sign-in. */
  codeMs: 60_000,
  /** An answer of a server that a person named. */
  outsideMs: 10_000,
  outsideBytes: 512 * 1024,
  /** What failed at such a server is not asked again so soon. */
  outsideRestMs: 60_000,
  /** A session's token is replaced after this. */
  sessionTurnMs: 24 * 3_600_000,
  /** Bluesky's live status: how long one lasts, and when it is set anew. */
  statusMs: 30 * 60_000,
  statusRenewMs: 20 * 60_000,
  sessionIdleMs: 30 * 24 * 3_600_000,
  /** A Space whose host never connects is dropped. */
  startingMs: 30_000,
  /** A participant row that LiveKit never saw, or saw leave, is closed after this. */
  joiningMs: 45_000,
  awayMs: 45_000,
  /** A client that pings LiveKit no more, nor says anything else, is taken for gone after this. */
  lineQuietMs: 10_000,
  /** A host who is away for so long is said to be reconnecting. */
  hostAwayMs: 10_000,
  /** Counted from the loss: then the longest-serving co-host, else speaker, is host. */
  hostGraceMs: 60_000,
  invitationMs: 60_000,
  /** Nobody on the stage for so long ends the Space. */
  stageEmptyMs: 5 * 60_000,
  spaceMs: 12 * 3_600_000,
  reconcileMs: 5_000,
  /** The ids of LiveKit's messages, so that none is taken twice. */
  eventsKeptMs: 24 * 3_600_000,
  /** So long what a deleted account leaves behind tells those who met it just now that it is over. */
  erasedKeptMs: 60_000,
  /** A superseded participant is removed once the new one is in, or after this. */
  supersedeMs: 5_000,
  /** Deleting LiveKit's room repeats until it is gone. */
  mediaRetryMs: 1_000,
  pushMs: 200,
  countMs: 5_000,
  sumMs: 60_000,
  pingMs: 20_000,
  /** Bytes waiting for a slow reader: past the first it gets no deltas and a new snapshot later, past the second it is closed. */
  slowBytes: 256 * 1024,
  stalledBytes: 1024 * 1024,
  stalledMs: 30_000,
  frameBytes: 4 * 1024,
  socketsPerAddress: 50,
  /** How long the page of a Space is good for while its version stays: identities come and go without one. */
  pageKeptMs: 60_000,
  drainMs: 10_000,
  mediaHealthMs: 1_000,
  mediaAloneMs: 10 * 60_000,
  /** Points a minute and address. */
  guestsPerMinute: 20,
  startsPerMinute: 10,
  joinsPerMinute: 60,
  aheadsPerMinute: 60,
  readsPerMinute: 1_200,
  gatePerMinute: 600,
  verbsPerMinute: 240,
  signInsPerMinute: 20,
  /** Sign-ins a minute by way of one server of a network. */
  signInsPerServer: 60,
  /** Points an account; of the first a minute. */
  aheadsPerAccount: 12,
  requestEveryMs: 10_000,
  reactionsPerSecond: 3,
  reportsPerDay: 10,
  /** Reactions of a Space go out together, at most once in so long. */
  reactionsMs: 500,
};
export type Limits = typeof DEFAULT_LIMITS;

/** Overrides for tests, from `PERCH_TEST_LIMITS`: any subset of the limits, nothing else. */
export const LimitOverridesSchema = v.record(
  v.picklist(Object.keys(DEFAULT_LIMITS) as (keyof Limits)[]),
  v.pipe(v.number(), v.minValue(0)),
);
