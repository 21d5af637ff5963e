import * as v from 'valibot';

/** Every error the API can answer with, and its HTTP status. Clients switch on the code, never on text. */
export const ERROR_STATUS = {
  invalid_input: 422,
  invalid_json: 400,
  unsupported_media_type: 415,
  body_too_large: 413,
  unauthenticated: 401,
  forbidden: 403,
  /** Guests may not do that here. */
  sign_in_required: 403,
  /** The other is a guest, and guests may not be that here. */
  target_is_guest: 403,
  /** An operator has shut this account out. */
  suspended: 403,
  /** The operator takes nobody from that domain. */
  domain_refused: 403,
  /** The network's server claimed somebody whom it does not vouch for. */
  identity_untrusted: 403,
  removed: 403,
  /** The host has blocked this account. */
  blocked_by_host: 403,
  /** The host lets no guests in. */
  guests_refused: 403,
  not_found: 404,
  method_not_allowed: 405,
  already_hosting: 409,
  conflict: 409,
  /** A sign-in that is over: used, too old, or not begun here. */
  sign_in_over: 410,
  /** The person said no at the network. */
  sign_in_cancelled: 409,
  /** The caller is not in the Space, so there is no role to act from. */
  not_in_space: 409,
  stage_full: 409,
  cohosts_full: 409,
  requests_locked: 409,
  invitation_over: 409,
  /** Somebody whom the caller blocked is on stage: join again with `despiteBlocked`. */
  blocked_on_stage: 409,
  /** The host wants to see who listens: join again with `shown`. */
  anonymous_refused: 409,
  space_ended: 410,
  rate_limited: 429,
  /** The network's server did not answer, or not as one. */
  network_unreachable: 502,
  internal: 500,
  media_unavailable: 503,
  shutting_down: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

export const ERROR_CODES = Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]];

/** RFC 9457 problem details; `code` is ours, `fields` names what was wrong, never the value that was sent. */
export const ProblemSchema = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  code: v.picklist(ERROR_CODES),
  requestId: v.optional(v.string()),
  fields: v.optional(v.array(v.object({ path: v.string(), message: v.string() }))),
  retryAfter: v.optional(v.number()),
});
export type Problem = v.InferOutput<typeof ProblemSchema>;

/** What never reaches a server. */
const OWN_FAULT_CODES = [
  'unreachable',
  'not_perch',
  'bad_address',
  'media_unreachable',
  'join_timeout',
  /** The same account joined from elsewhere, and there it goes on. */
  'elsewhere',
  /** The browser ended us while the person was in a Space, too long ago to go on by itself. */
  'stopped',
  'microphone_denied',
  'microphone_missing',
  'microphone_busy',
] as const;

/** What can go wrong for a person, seen from the extension: the server's codes and what never reaches a server. */
export type FaultCode = ErrorCode | (typeof OWN_FAULT_CODES)[number];
export const FAULT_CODES: readonly FaultCode[] = /* @__PURE__ */ ([] as FaultCode[]).concat(
  ERROR_CODES,
  OWN_FAULT_CODES,
);
export const FaultSchema = v.picklist(FAULT_CODES);
