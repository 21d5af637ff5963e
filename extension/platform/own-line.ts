import * as v from 'valibot';
import type { MessageReply, MessageRequest, MessageType } from './host-protocol.ts';
import { PROTOCOL } from './host-protocol.ts';
import type { Handler, Handlers } from './messenger.ts';
import { self } from './own.ts';

export type HostCommand = Extract<MessageType, `host:${string}`>;

/** Gives the media host a command. Rejects when there is none. */
export type Tell = <Type extends HostCommand>(
  type: Type,
  request: MessageRequest<Type>,
) => Promise<MessageReply<Type>>;

/** Commands to a media host in this very page, which a message would not reach; checked like all others. */
export function createOwnLine(commands: Handlers<'host'>): Tell {
  return async (type, request) => {
    const { request: asked, reply } = PROTOCOL[type];
    const obey = commands[type] as Handler<typeof type>;
    const parsed = v.parse(asked, request) as MessageRequest<typeof type>;
    return v.parse(reply, await obey(parsed, self())) as MessageReply<typeof type>;
  };
}
