import { createMessenger } from './messenger.ts';
import { VIEW_PROTOCOL } from './protocol.ts';

/** The commands of bars, popups and options. */
export const { send, answer } = createMessenger(VIEW_PROTOCOL);
