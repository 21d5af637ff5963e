import type { PersonAction } from '#shared/policy/policy.ts';
import type { FollowedRequest, JoinRequest, SettingsRequest, StartRequest } from '#shared/schema/api.ts';
import type { EndReason, Space } from '#shared/schema/space.ts';
import { listenAhead, type AheadPass } from './ahead/ahead.ts';
import { admit, admitted } from './admit.ts';
import { boundGuests } from './bound-guests.ts';
import { readView } from './cards.ts';
import type { SpacesContext } from './context.ts';
import { onMediaEvent } from './events.ts';
import { takeFollowed } from './followed/take.ts';
import { lineLost } from './hosting/lines.ts';
import { changeSettings } from './hosting/settings.ts';
import { joinSpace } from './join.ts';
import { endByHost, leaveSpace, requireSpace } from './leave.ts';
import { endSpace, openSpace } from './open.ts';
import type { Pass } from './pass.ts';
import type { Admission, Admit, OnMediaEvent } from './ports.ts';
import type { AccountRecord, Caller } from './records.ts';
import { act, type Deed } from './stage/act.ts';
import { ACCEPT, DECLINE } from './stage/invitations.ts';
import { LEAVE_STAGE, MUTE_ALL } from './stage/moderation.ts';
import { actOnPerson } from './stage/people.ts';
import { CANCEL_REQUEST, requestToSpeak } from './stage/queue.ts';
import { showMyself } from './stage/show.ts';

/** The verbs. Each checks who may, writes once, then makes LiveKit and the live list follow; each throws `Refusal`. */
export interface Spaces {
  open(account: Caller, input: StartRequest): Promise<Pass>;
  join(account: Caller, spaceId: string, request: JoinRequest): Promise<Pass>;
  /** Lets the account listen for a moment, for as long as it may be about to join. */
  ahead(account: Caller, spaceId: string): Promise<AheadPass>;
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
  /** Whom the host follows, for the speaking policy `followed`. */
  followed(account: AccountRecord, spaceId: string, followed: FollowedRequest): Promise<void>;

  /** At the start, before anybody acts. */
  boundGuests(): Promise<void>;
  endAll(reason: EndReason): Promise<void>;
  admit: Admit;
  /** The gate has let somebody in with these grants. */
  admitted(admission: Admission): Promise<void>;
  /** The gate holds no line of this identity any more, or has heard nothing of them for `quietMs`. */
  lost(identity: string, quietMs?: number): Promise<void>;
  onMediaEvent: OnMediaEvent;
}

export function createSpaces(context: SpacesContext): Spaces {
  const doing =
    <Words extends unknown[]>(deed: (...words: Words) => Deed) =>
    (account: AccountRecord, spaceId: string, ...words: Words) =>
      act(context, account, spaceId, deed(...words));
  return {
    open: (account, input) => openSpace(context, account, input),
    join: (account, spaceId, request) => joinSpace(context, account, spaceId, request),
    ahead: (account, spaceId) => listenAhead(context, account, spaceId),
    leave: (account, spaceId, participantId) => leaveSpace(context, account, spaceId, participantId),
    end: (account, spaceId) => endByHost(context, account, spaceId),
    read: async (spaceId) =>
      readView(context.store, await requireSpace(context.store, spaceId), context.limits.cardBytes),
    request: doing((text = '') => requestToSpeak(text)),
    cancelRequest: doing(() => CANCEL_REQUEST),
    answerInvitation: doing((accept: boolean) => (accept ? ACCEPT : DECLINE)),
    leaveStage: doing(() => LEAVE_STAGE),
    show: doing(showMyself),
    muteAll: doing(() => MUTE_ALL),
    person: (account, spaceId, pid, action) => actOnPerson(context, account, { spaceId, pid }, action),
    settings: (account, spaceId, change) => changeSettings(context, account, spaceId, change),
    boundGuests: () => boundGuests(context),
    followed: (account, spaceId, followed) => takeFollowed(context, account, spaceId, followed),
    endAll: async (reason) => {
      const open = await context.store.openSpaces();
      await Promise.all(open.map(({ id }) => endSpace(context, id, reason, 'server')));
    },
    admit: (identity) => admit(context, identity),
    admitted: (admission) => admitted(context, admission),
    lost: (identity, quietMs) => lineLost(context, identity, quietMs),
    onMediaEvent: (event) => onMediaEvent(context, event),
  };
}
