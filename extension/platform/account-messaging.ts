import { ACCOUNT_PROTOCOL } from './account-protocol.ts';
import { createMessenger } from './messenger.ts';

/** The commands about the person's account. */
export const { send, answer } = createMessenger(ACCOUNT_PROTOCOL);
