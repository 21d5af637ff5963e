import * as v from 'valibot';
import { FaultSchema } from './errors.ts';
import { EndReasonSchema, RoleSchema, SpaceIdSchema } from './space.ts';

/** Where a person is with the Space they are in. `reconnecting` carries on by itself; `over` is the sentence after the end. */
export const PHASES = ['idle', 'joining', 'live', 'reconnecting', 'over'] as const;

/** The truth about the own microphone, held by the media host alone. */
export const MICROPHONES = ['none', 'asking', 'denied', 'missing', 'busy', 'off', 'on'] as const;
export type Microphone = (typeof MICROPHONES)[number];

/** How a person's connection holds, in the media server's words; `lost` is silent for now. */
export const QUALITIES = ['good', 'poor', 'lost'] as const;
export type Quality = (typeof QUALITIES)[number];
const QualitySchema = v.optional(v.picklist(QUALITIES), 'good');

/**
 * What is odd about the own microphone: the system mutes it; open for 5 s and without any sound; the person talks while
 * muted; its device went away.
 */
export const MICROPHONE_ODDITIES = ['system_muted', 'silent', 'talking_while_muted', 'unplugged'] as const;
export type MicrophoneOddity = (typeof MICROPHONE_ODDITIES)[number];

export const PersonSchema = v.object({
  pid: v.string(),
  name: v.string(),
  isMe: v.boolean(),
  speaking: v.boolean(),
  muted: v.boolean(),
  quality: QualitySchema,
});
export type Person = v.InferOutput<typeof PersonSchema>;

/**
 * What the media host says of itself on port `room`: first whole, then whole again after each change (at most 4 a
 * second). `since` is when the phase began, ms since the epoch; `people` are those whom LiveKit shows; volume 0 to 1.
 */
export const RoomStateSchema = v.object({
  phase: v.picklist(PHASES),
  since: v.number(),
  spaceId: v.nullable(SpaceIdSchema),
  participantId: v.nullable(v.string()),
  title: v.string(),
  startedAt: v.nullable(v.number()),
  role: v.nullable(RoleSchema),
  people: v.array(PersonSchema),
  microphone: v.picklist(MICROPHONES),
  /** A host muted the microphone that the person had opened; gone once the person turns it on again. */
  mutedByHost: v.boolean(),
  oddity: v.optional(v.nullable(v.picklist(MICROPHONE_ODDITIES)), null),
  /** The name of the microphone that is held; empty without one. */
  device: v.optional(v.string(), ''),
  /** How the own connection holds. */
  quality: QualitySchema,
  /** Quieter, because another tab can be heard. */
  ducked: v.optional(v.boolean(), false),
  volume: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  silenced: v.boolean(),
  /** Why `over`: the end's reason, or the fault that stopped it. */
  ended: v.nullable(EndReasonSchema),
  fault: v.nullable(FaultSchema),
});
export type RoomState = v.InferOutput<typeof RoomStateSchema>;

export const IDLE_ROOM: RoomState = {
  phase: 'idle',
  since: 0,
  spaceId: null,
  participantId: null,
  title: '',
  startedAt: null,
  role: null,
  people: [],
  microphone: 'none',
  mutedByHost: false,
  oddity: null,
  device: '',
  quality: 'good',
  ducked: false,
  volume: 1,
  silenced: false,
  ended: null,
  fault: null,
};

/** Host to view over port `room`: the state, or levels (0 to 1 by pid, at most 10 a second) for a view that asked for them. */
export const RoomPortMessageSchema = v.object({
  state: v.optional(RoomStateSchema),
  levels: v.optional(v.record(v.string(), v.number())),
});
export type RoomPortMessage = v.InferOutput<typeof RoomPortMessageSchema>;
/** View to host over port `room`. */
export const RoomPortRequestSchema = v.strictObject({ t: v.literal('levels'), on: v.boolean() });
