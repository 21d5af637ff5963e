import * as v from 'valibot';
import { ParticipantIdSchema, SpaceIdSchema } from './space.ts';
import { ReportTextSchema } from './text.ts';

export const REPORT_REASONS = [
  'harassment',
  'hate',
  'violence',
  'self_harm',
  'sexual',
  'spam',
  'illegal',
  'other',
] as const;
export const ReportReasonSchema = v.picklist(REPORT_REASONS);
export type ReportReason = v.InferOutput<typeof ReportReasonSchema>;

/** `POST /v1/reports`: a person in a Space, or the Space when `pid` is left out. */
export const ReportRequestSchema = v.strictObject({
  spaceId: SpaceIdSchema,
  pid: v.optional(ParticipantIdSchema),
  reason: ReportReasonSchema,
  text: v.optional(ReportTextSchema),
});
export type ReportRequest = v.InferOutput<typeof ReportRequestSchema>;

/** `POST /v1/blocks`: the account behind a participant. */
export const BlockRequestSchema = v.strictObject({ spaceId: SpaceIdSchema, pid: ParticipantIdSchema });
export type BlockRequest = v.InferOutput<typeof BlockRequestSchema>;

/** `GET /v1/blocks`, newest first; `id` undoes one with `DELETE /v1/blocks/:id`. `name` is how the person was called then. */
export const BlockSchema = v.object({ id: v.string(), name: v.string(), at: v.number() });
export type Block = v.InferOutput<typeof BlockSchema>;
export const BlocksSchema = v.object({ blocks: v.array(BlockSchema) });

/** `POST /v1/mutes`: the caller hears nothing of the account behind a participant, in this Space or another; `DELETE /v1/mutes/:spaceId/:pid` undoes it. */
export const MuteRequestSchema = v.strictObject({ spaceId: SpaceIdSchema, pid: ParticipantIdSchema });
export type MuteRequest = v.InferOutput<typeof MuteRequestSchema>;
