import type { ReadonlySignal } from '@preact/signals';
import type { PersonAction } from '#shared/policy/policy.ts';
import type { SettingsRequest } from '#shared/schema/api.ts';
import type { Block, ReportRequest } from '#shared/schema/safety.ts';
import type { Reaction, ReactionCount, StageAnswer } from '#shared/schema/stage.ts';
import type { Found, Outcome, StageView } from '#shared/schema/view.ts';

/**
 * The Space a person is in, with all they can do there; for shells with room for it (popup, stage window, share page).
 * Verbs about a Space mean the one the person is in.
 */
export interface StageDesk {
  view: ReadonlySignal<StageView>;
  /** Calls back for each batch of reactions; answers how to stop. */
  onReactions(listener: (items: readonly ReactionCount[]) => void): () => void;
  request(text?: string): Promise<Outcome>;
  cancelRequest(): Promise<Outcome>;
  answerInvitation(accept: boolean): Promise<Outcome>;
  react(emoji: Reaction): Promise<Outcome>;
  /** Lets the others see who listens, or no longer. */
  show(shown: boolean): Promise<Outcome>;
  leaveStage(): Promise<Outcome>;
  muteAll(): Promise<Outcome>;
  person(pid: string, action: PersonAction): Promise<Outcome>;
  /** Hears nothing of this person any more, here and elsewhere, or hears them again; nobody else is told. */
  muteForMe(pid: string, on: boolean): Promise<Outcome>;
  settings(change: SettingsRequest): Promise<Outcome>;
  report(request: ReportRequest): Promise<Outcome>;
  /** Blocks the account behind a participant of any Space. */
  block(spaceId: string, pid: string): Promise<Outcome>;
  unblock(id: string): Promise<Outcome>;
  blocks(): Promise<Found<Block[]>>;
  /** Who is there, without joining or being seen; at home, unless a server is named. */
  preview(spaceId: string, server?: string): Promise<Found<StageAnswer>>;
}
