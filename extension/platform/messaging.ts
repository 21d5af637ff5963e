import { PROTOCOL } from './host-protocol.ts';
import { createMessenger } from './messenger.ts';

/** Every command, for the background and the pages of ours that speak to the media host. */
export const { send, answer } = createMessenger(PROTOCOL);
