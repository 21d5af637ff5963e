import * as v from 'valibot';
import { defineExtensionMessaging } from '@webext-core/messaging';
import type { MessageReply, MessageRequest, MessageType, Protocol } from './host-protocol.ts';
import { self } from './own.ts';
import type { Sender } from './sender.ts';
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

interface Arrived {
  data: unknown;
  sender: Sender & { tab?: { id?: number } };
}

/** Sends commands; `read` makes of an answer what the command promises. */
function createSender<Known extends MessageType>(read: (type: Known, reply: unknown) => unknown) {
  const messenger = defineExtensionMessaging<ProtocolMap>();
  const sendMessage = messenger.sendMessage as (...args: unknown[]) => Promise<unknown>;

  /** Sends one command, to one tab or to our own contexts. Rejects when nobody answers or the other side refused it. */
  return async <Type extends Known>(
    type: Type,
    request: MessageRequest<Type>,
    tabId?: number,
  ): Promise<MessageReply<Type>> => read(type, await sendMessage(type, request, tabId)) as MessageReply<Type>;
}

/** Answers commands; `admit` makes of what arrives a request, or throws when this sender may not give it. */
function createAnswerer<Known extends MessageType>(
  admit: (type: Known, data: unknown, sender: Sender) => unknown,
) {
  const messenger = defineExtensionMessaging<ProtocolMap>();

  function register<Type extends Known>(type: Type, handler: Handler<Type>): () => void {
    const receive = async ({ data, sender }: Arrived) => {
      const request = admit(type, data, sender) as MessageRequest<Type>;
      const { id, origin, url, tab } = sender;
      return handler(request, { id, origin, url, tabId: tab?.id });
    };
    return messenger.onMessage(type, receive as never);
  }

  /** Registers this context's commands; each command has one context. Returns the undo. */
  return (handlers: Partial<{ [Type in Known]: Handler<Type> }>): (() => void) => {
    const types = Object.keys(handlers) as Known[];
    const undo = types.map((type) => register(type, handlers[type] as Handler<Known>));
    return () => undo.forEach((remove) => remove());
  };
}

/** Sends and answers the commands of `protocol`, each checked by sender and schema on the way in and parsed on the way back. */
export function createMessenger<Known extends MessageType>(protocol: Pick<Protocol, Known>) {
  return {
    send: createSender((type: Known, reply) => v.parse(protocol[type].reply, reply)),
    answer: createAnswerer((type: Known, data, sender) => {
      if (!maySend(protocol[type].from, sender, self())) throw new Error(`refused ${type}`);
      return v.parse(protocol[type].request, data);
    }),
  };
}
