import * as v from 'valibot';
import { RoomStateSchema } from '#shared/schema/room.ts';
import { MixSchema } from '#shared/schema/sound.ts';

/** A place in a Space that goes over to another media host: where it is, and how the person hears. */
const SeatSchema = v.object({ room: RoomStateSchema, mix: MixSchema });
export type Seat = v.InferOutput<typeof SeatSchema>;

/** What the stage window of Firefox asks of the background. */
export const STAGE_PROTOCOL = {
  /**
   * The browser was asked for the microphone. Granted, the answer is the seat that the window takes over; null when there is
   * none, or the person said no.
   */
  'background:stageGrant': {
    from: 'page',
    request: v.strictObject({ granted: v.boolean() }),
    reply: v.nullable(SeatSchema),
  },
  /** The person said no, and wants to be asked again: in a fresh window, or where they can take back what Firefox has kept. */
  'background:stageAgain': { from: 'page', request: v.strictObject({}), reply: v.strictObject({}) },
} as const;
