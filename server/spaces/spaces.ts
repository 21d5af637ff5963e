import type { EndReason, Space } from '#shared/schema/space.ts';
import { admit, admitted } from './admit.ts';
import { readView } from './cards.ts';
import type { SpacesContext } from './context.ts';
import { onMediaEvent } from './events.ts';
import { joinSpace } from './join.ts';
import { endByHost, leaveSpace, requireSpace } from './leave.ts';
import { endSpace, openSpace } from './open.ts';
import type { Pass } from './pass.ts';
import type { Admit, OnMediaEvent } from './ports.ts';
import type { AccountRecord } from './records.ts';

/** The verbs. Each checks who may, writes once, then makes LiveKit and the live list follow; each throws `Refusal`. */
export interface Spaces {
  open(account: AccountRecord, input: { title: string; name?: string }): Promise<Pass>;
  join(account: AccountRecord, spaceId: string): Promise<Pass>;
  leave(account: AccountRecord, spaceId: string, participantId?: string): Promise<void>;
  end(account: AccountRecord, spaceId: string): Promise<void>;
  read(spaceId: string): Promise<Space>;
  endAll(reason: EndReason): Promise<void>;
  admit: Admit;
  admitted(identity: string): Promise<void>;
  onMediaEvent: OnMediaEvent;
}

export function createSpaces(context: SpacesContext): Spaces {
  return {
    open: (account, input) => openSpace(context, account, input),
    join: (account, spaceId) => joinSpace(context, account, spaceId),
    leave: (account, spaceId, participantId) => leaveSpace(context, account, spaceId, participantId),
    end: (account, spaceId) => endByHost(context, account, spaceId),
    read: async (spaceId) =>
      readView(context.store, await requireSpace(context.store, spaceId), context.limits.cardBytes),
    endAll: async (reason) => {
      const open = await context.store.openSpaces();
      await Promise.all(open.map(({ id }) => endSpace(context, id, reason, 'server')));
    },
    admit: (identity) => admit(context, identity),
    admitted: (identity) => admitted(context, identity),
    onMediaEvent: (event) => onMediaEvent(context, event),
  };
}
