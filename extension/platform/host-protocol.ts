import * as v from 'valibot';
import { AheadSchema, JoinSchema } from '#shared/schema/api.ts';
import { FaultSchema } from '#shared/schema/errors.ts';
import { RoomStateSchema } from '#shared/schema/room.ts';
import { MixSchema } from '#shared/schema/sound.ts';
import { EndReasonSchema, ParticipantIdSchema, RoleSchema, SpaceIdSchema } from '#shared/schema/space.ts';
import { OutcomeSchema } from '#shared/schema/view.ts';
import type { ACCOUNT_PROTOCOL } from './account-protocol.ts';
import type { FOLLOWS_PROTOCOL } from './follows-protocol.ts';
import { PAGE_PROTOCOL } from './page-protocol.ts';
import { VIEW_PROTOCOL } from './protocol.ts';
import type { STAGE_PROTOCOL } from './stage-protocol.ts';

const Nothing = v.strictObject({});
const Unit = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** What only the background and the media host say to each other; the bar does without its weight. */
const HOST_PROTOCOL = {
  /** The media host lost the room for good and asks for a new way in. */
  'background:rejoin': {
    from: 'page',
    request: v.strictObject({ spaceId: SpaceIdSchema }),
    reply: v.variant('ok', [
      v.object({ ok: v.literal(true), join: JoinSchema }),
      v.object({
        ok: v.literal(false),
        fault: FaultSchema,
        final: v.boolean(),
        ended: v.nullable(EndReasonSchema),
      }),
    ]),
  },
  /** The media host's state after a change, for the badge, the session snapshot and views without a port. */
  'background:room': { from: 'page', request: RoomStateSchema, reply: Nothing },

  /** The person wants in: leave what was, show `joining`; `host:connect` follows when the server has answered. */
  'host:prepare': {
    from: 'page',
    request: v.strictObject({ spaceId: v.nullable(SpaceIdSchema), title: v.string() }),
    reply: OutcomeSchema,
  },
  'host:connect': {
    from: 'page',
    request: v.strictObject({ join: JoinSchema, volume: Unit, silenced: v.boolean(), mix: MixSchema }),
    reply: OutcomeSchema,
  },
  /** The person may be about to join: be connected to that Space, hidden, and silent until `host:hear`. */
  'host:ahead': {
    from: 'page',
    request: v.strictObject({ ahead: AheadSchema, volume: Unit, silenced: v.boolean(), mix: MixSchema }),
    reply: Nothing,
  },
  /** The person wants in there: what is connected ahead is heard until `host:connect` brings the join. */
  'host:hear': { from: 'page', request: v.strictObject({ spaceId: SpaceIdSchema }), reply: Nothing },
  /** The person wants something else. */
  'host:unhear': { from: 'page', request: Nothing, reply: Nothing },
  'host:warm': { from: 'page', request: v.strictObject({ url: v.string() }), reply: Nothing },
  'host:state': { from: 'page', request: Nothing, reply: RoomStateSchema },
  /** With `ended` the sentence of the end stays on view until it is dismissed. */
  'host:leave': {
    from: 'page',
    request: v.strictObject({ ended: v.optional(EndReasonSchema) }),
    reply: OutcomeSchema,
  },
  'host:dismiss': { from: 'page', request: Nothing, reply: OutcomeSchema },
  /** The server's word on what a participant may do, here and now; nothing for one that is no longer ours. */
  'host:role': {
    from: 'page',
    request: v.strictObject({ participantId: ParticipantIdSchema, role: RoleSchema }),
    reply: OutcomeSchema,
  },
  /** Whom that participant does not want to hear; nothing for one that is no longer ours. */
  'host:unheard': {
    from: 'page',
    request: v.strictObject({ participantId: ParticipantIdSchema, pids: v.array(ParticipantIdSchema) }),
    reply: OutcomeSchema,
  },
  /** Who hosts that Space by now, for the browser's own controls; nothing for one that we are not in. */
  'host:hosts': {
    from: 'page',
    request: v.strictObject({ spaceId: SpaceIdSchema, names: v.array(v.string()) }),
    reply: Nothing,
  },
  'host:microphone': { from: 'page', request: v.strictObject({ on: v.boolean() }), reply: OutcomeSchema },
  /** Take the microphone now and stay muted; `asked` when the microphone page has asked, which stays open until the answer. */
  'host:acquire': { from: 'page', request: v.strictObject({ asked: v.boolean() }), reply: OutcomeSchema },
  'host:volume': { from: 'page', request: v.strictObject({ volume: Unit }), reply: OutcomeSchema },
  'host:mix': { from: 'page', request: MixSchema, reply: OutcomeSchema },
  'host:silence': { from: 'page', request: v.strictObject({ on: v.boolean() }), reply: OutcomeSchema },
} as const;

export const PROTOCOL = { ...VIEW_PROTOCOL, ...PAGE_PROTOCOL, ...HOST_PROTOCOL };
/** Every command there is; those of few pages weigh on these alone. */
export type Protocol = typeof PROTOCOL &
  typeof ACCOUNT_PROTOCOL &
  typeof FOLLOWS_PROTOCOL &
  typeof STAGE_PROTOCOL;

export type MessageType = keyof Protocol;
export type MessageRequest<T extends MessageType> = v.InferOutput<Protocol[T]['request']>;
export type MessageReply<T extends MessageType> = v.InferOutput<Protocol[T]['reply']>;
