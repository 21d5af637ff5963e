import { createMessenger } from './messenger.ts';
import { PAGE_PROTOCOL } from './page-protocol.ts';

/** The commands of our own pages that the bar may not give. */
export const { send, answer } = createMessenger(PAGE_PROTOCOL);
