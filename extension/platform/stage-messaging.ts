import { createMessenger } from './messenger.ts';
import { STAGE_PROTOCOL } from './stage-protocol.ts';

/** The commands of the stage window; Chromium's build has none of it. */
export const stageMessenger = /* @__PURE__ */ createMessenger(STAGE_PROTOCOL);
