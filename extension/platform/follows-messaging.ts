import { FOLLOWS_PROTOCOL } from './follows-protocol.ts';
import { createMessenger } from './messenger.ts';

/** The commands about whom the person follows. */
export const { send, answer } = createMessenger(FOLLOWS_PROTOCOL);
