import * as v from 'valibot';
import { VoiceVolumeSchema } from './sound.ts';
import { ParticipantIdSchema, SpaceIdSchema } from './space.ts';

/** How many people's volumes a device keeps. */
export const KEPT_VOICES_MAX = 500;

/** A volume by the hash of an identity, so that what is kept names nobody. The least recently heard first. */
export const KeptVoicesSchema = v.array(v.tuple([v.pipe(v.string(), v.maxLength(16)), VoiceVolumeSchema]));
export type KeptVoices = v.InferOutput<typeof KeptVoicesSchema>;

const ByPidSchema = v.record(ParticipantIdSchema, VoiceVolumeSchema);

/** The volumes of one Space by participant id: `passing` of people who show no identity, `all` of everybody there. */
export const VoicesHereSchema = v.object({
  spaceId: v.nullable(SpaceIdSchema),
  passing: ByPidSchema,
  all: ByPidSchema,
});
export type VoicesHere = v.InferOutput<typeof VoicesHereSchema>;
export const NO_VOICES: VoicesHere = { spaceId: null, passing: {}, all: {} };
