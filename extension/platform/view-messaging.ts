import { browser } from 'wxt/browser';
import type { MessageReply, MessageRequest } from './host-protocol.ts';
import { self } from './own.ts';
import type { VIEW_PROTOCOL } from './protocol.ts';
import { isOwnPage, type Sender } from './sender.ts';

type ViewCommand = keyof typeof VIEW_PROTOCOL;

/** The envelopes of @webext-core/messaging 4, which weighs too much for every page of a site; a test holds both to them. */
interface Envelope {
  id: number;
  type: ViewCommand;
  data: unknown;
  timestamp: number;
}
type Answer = { res: unknown } | { err: { message: string } };

// The background has read all that it tells, and is of the same build: a bar takes its word.

/** The commands of bars and of all views. Rejects when nobody answers or the other side refused it. */
export async function send<Type extends ViewCommand>(
  type: Type,
  data: MessageRequest<Type>,
): Promise<MessageReply<Type>> {
  const envelope: Envelope = { id: 0, type, data, timestamp: Date.now() };
  const answered = (await browser.runtime.sendMessage(envelope)) as Answer | undefined;
  if (!answered || 'err' in answered) throw new Error(answered?.err.message ?? `no answer to ${type}`);
  return answered.res as MessageReply<Type>;
}

/** Answers commands that come from our own pages. Returns the undo. */
export function answer(handlers: {
  [Type in ViewCommand]?: (data: MessageRequest<Type>) => MessageReply<Type>;
}): () => void {
  const listen = (message: Envelope, sender: Sender, reply: (answer: Answer) => void) => {
    const handler = handlers[message.type] as ((data: unknown) => unknown) | undefined;
    if (!handler || !isOwnPage(sender, self())) return undefined;
    reply({ res: handler(message.data) });
    return true;
  };
  browser.runtime.onMessage.addListener(listen as never);
  return () => browser.runtime.onMessage.removeListener(listen as never);
}
