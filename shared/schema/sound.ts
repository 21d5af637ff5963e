import * as v from 'valibot';
import { ParticipantIdSchema } from './space.ts';

/** The loudest that one person can be made, as a factor; 1 leaves them as they come. */
export const VOICE_VOLUME_MAX = 2;
export const VoiceVolumeSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(VOICE_VOLUME_MAX));

/** A device's id as the browser gives it to our origin; empty for the system's default. */
const DeviceIdSchema = v.pipe(v.string(), v.maxLength(200));

/** What holding a key in the player does: open the microphone for so long, mute it for so long, or nothing. */
export const HOLDS = ['off', 'talk', 'mute'] as const;
export type Hold = (typeof HOLDS)[number];

/** How a person wants to hear and to be heard, on this device. */
export const SoundSettingsSchema = v.object({
  /** Quiet people are made louder and loud ones quieter. */
  levelling: v.optional(v.boolean(), true),
  /** The Space is quieter while another tab can be heard. */
  ducking: v.optional(v.boolean(), false),
  output: v.optional(DeviceIdSchema, ''),
  input: v.optional(DeviceIdSchema, ''),
  /** The microphone as it is, for instruments: none of the next three, and stereo. */
  music: v.optional(v.boolean(), false),
  noiseSuppression: v.optional(v.boolean(), true),
  echoCancellation: v.optional(v.boolean(), true),
  autoGain: v.optional(v.boolean(), true),
  hold: v.optional(v.picklist(HOLDS), 'off'),
  /** `KeyboardEvent.code` of the key to hold. */
  holdKey: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{1,30}$/)), 'Space'),
});
export type SoundSettings = v.InferOutput<typeof SoundSettingsSchema>;
export const SOUND_AS_IT_COMES: SoundSettings = v.parse(SoundSettingsSchema, {});

/** What of it the media host does, and what only the background knows: how loud each person is wanted, and whether another tab speaks. */
export const MixSchema = v.object({
  ...v.omit(SoundSettingsSchema, ['hold', 'holdKey', 'ducking']).entries,
  ducked: v.optional(v.boolean(), false),
  /** By participant id; who is left out is as they come. */
  voices: v.optional(v.record(ParticipantIdSchema, VoiceVolumeSchema), {}),
});
export type Mix = v.InferOutput<typeof MixSchema>;
export const PLAIN_MIX: Mix = v.parse(MixSchema, {});
