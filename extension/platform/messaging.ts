import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { defineExtensionMessaging } from '@webext-core/messaging';
import type { MessageReply, MessageRequest, MessageType } from './protocol.ts';
import { PROTOCOL } from './protocol.ts';
import type { Self, Sender } from './sender.ts';
import { maySend } from './sender.ts';

type ProtocolMap = { [Type in MessageType]: (request: MessageRequest<Type>) => MessageReply<Type> };
type MaybePromise<T> = T | Promise<T>;

/** A sender that passed the check; `tabId` is set for content scripts and for our pages in a tab. */
export type KnownSender = Sender & { tabId?: number };
export type Handler<Type extends MessageType> = (
  request: MessageRequest<Type>,
  sender: KnownSender,
) => MaybePromise<MessageReply<Type>>;

/** The commands of one context, e.g. `Handlers<'host'>`: all of them, so that none goes unanswered. */
export type Handlers<Context extends string> = {
  [Type in Extract<MessageType, `${Context}:${string}`>]: Handler<Type>;
};

const messenger = defineExtensionMessaging<ProtocolMap>();

/** Our own id and origin. */
export function self(): Self {
  // WXT types `getURL` only after its own build.
  const runtime = browser.runtime as unknown as { id: string; getURL(path: string): string };
  return { id: runtime.id, origin: runtime.getURL('/').replace(/\/$/, '') };
}

/** Sends one command and parses the answer. Rejects when nobody answers or the other side refused it. */
export async function send<Type extends MessageType>(
  type: Type,
  request: MessageRequest<Type>,
  tabId?: number,
): Promise<MessageReply<Type>> {
  const reply: unknown = await (messenger.sendMessage as (...args: unknown[]) => Promise<unknown>)(
    type,
    request,
    tabId,
  );
  return v.parse(PROTOCOL[type].reply, reply) as MessageReply<Type>;
}

function register<Type extends MessageType>(type: Type, handler: Handler<Type>): () => void {
  return messenger.onMessage(type, (async (message: {
    data: unknown;
    sender: Sender & { tab?: { id?: number } };
  }) => {
    const { data, sender } = message;
    if (!maySend(type, sender, self())) throw new Error(`refused ${type}`);
    const request = v.parse(PROTOCOL[type].request, data) as MessageRequest<Type>;
    const { id, origin, url, tab } = sender;
    return handler(request, { id, origin, url, tabId: tab?.id });
  }) as never);
}

/** Registers this context's commands, checked by sender and schema; each command has one context. Returns the undo. */
export function answer(handlers: Partial<{ [Type in MessageType]: Handler<Type> }>): () => void {
  const undo = (Object.keys(handlers) as MessageType[]).map((type) =>
    register(type, handlers[type] as Handler<MessageType>),
  );
  return () => undo.forEach((remove) => remove());
}
