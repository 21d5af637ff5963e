import { createAnswerer, createSender, self } from './messenger.ts';
import type { VIEW_PROTOCOL } from './protocol.ts';
import { isOwnPage } from './sender.ts';

type ViewCommand = keyof typeof VIEW_PROTOCOL;

// The background has read all that it tells, and is of the same build: a bar, which weighs on every page, takes its word.

/** The commands of bars and of all views. */
export const send = createSender((_type: ViewCommand, reply) => reply);
export const answer = createAnswerer((type: ViewCommand, data, sender) => {
  if (!isOwnPage(sender, self())) throw new Error(`refused ${type}`);
  return data;
});
