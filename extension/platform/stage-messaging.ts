import { createMessenger } from './messenger.ts';
import { STAGE_PROTOCOL } from './stage-protocol.ts';

/** The commands of the stage window. */
export const { send, answer } = createMessenger(STAGE_PROTOCOL);
