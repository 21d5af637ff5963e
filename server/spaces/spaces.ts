import type { PersonAction } from '#shared/policy/policy.ts';
import type { JoinRequest, SettingsRequest, StartRequest } from '#shared/schema/api.ts';
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
  open(account: AccountRecord, input: StartRequest): Promise<Pass>;
  join(account: AccountRecord, spaceId: string, request: JoinRequest): Promise<Pass>;
  leave(account: AccountRecord, spaceId: string, participantId?: string): Promise<void>;
  end(account: AccountRecord, spaceId: string): Promise<void>;
  read(spaceId: string): Promise<Space>;

  /** Asks to speak; asked again the sentence is replaced and the place kept. */
  request(account: AccountRecord, spaceId: string, text?: string): Promise<void>;
  cancelRequest(account: AccountRecord, spaceId: string): Promise<void>;
  answerInvitation(account: AccountRecord, spaceId: string, accept: boolean): Promise<void>;
  leaveStage(account: AccountRecord, spaceId: string): Promise<void>;
  show(account: AccountRecord, spaceId: string, shown: boolean): Promise<void>;
  muteAll(account: AccountRecord, spaceId: string): Promise<void>;
  /** What a moderator does to one person, named by participant. */
  person(account: AccountRecord, spaceId: string, pid: string, action: PersonAction): Promise<void>;
  settings(account: AccountRecord, spaceId: string, change: SettingsRequest): Promise<void>;

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
