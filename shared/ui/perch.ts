import type { ReadonlySignal } from '@preact/signals';
import type { JoinRequest, StartRequest } from '#shared/schema/api.ts';
import type { Recap } from '#shared/schema/recap.ts';
import type { RoomState } from '#shared/schema/room.ts';
import type { Outcome, View } from '#shared/schema/view.ts';
import type { Catalogue } from '#shared/words/words.ts';
import type { AccountDesk } from './account/account-desk.ts';
import type { SoundDesk } from './sound/sound-desk.ts';
import type { StageDesk } from './stage-desk.ts';

/**
 * What a shell (bar, popup, stage window, share page) gives to the shared UI. The UI renders the signals and calls the
 * verbs; it never keeps a copy of what they own. Each verb answers once the deed is done or has failed.
 */
export interface Perch {
  catalogue: ReadonlySignal<Catalogue>;
  view: ReadonlySignal<View>;
  /** The media host's own word while its port stands, else the background's last. */
  room: ReadonlySignal<RoomState>;
  /** Loudness from 0 to 1 by participant id; empty while nobody asked with `watchLevels`. */
  levels: ReadonlySignal<Readonly<Record<string, number>>>;
  watchLevels(on: boolean): void;
  /**
   * A join that wants an answer first fails with `blocked_on_stage` or `anonymous_refused`; asked again, it brings it.
   * `server` is one of `view.servers`; left out, the home server.
   */
  join(spaceId: string, answers?: JoinRequest, server?: string): Promise<Outcome>;
  /** Says that somebody has come to the control that joins (`on`), or turned away; null where nothing can be done ahead of a click. */
  ahead: ((wish: { spaceId: string; server: string | undefined; on: boolean }) => void) | null;
  leave(): Promise<Outcome>;
  host(request: StartRequest): Promise<Outcome>;
  end(): Promise<Outcome>;
  setMicrophone(on: boolean): Promise<Outcome>;
  /**
   * Opens our own tab that asks for the microphone and says how to undo a refusal, or where a person can `check` it; null
   * where `setMicrophone` asks by itself.
   */
  openMicrophonePage: ((what?: { check: boolean }) => Promise<Outcome>) | null;
  setVolume(volume: number): Promise<Outcome>;
  setSilenced(on: boolean): Promise<Outcome>;
  /** Puts the sentence of an ended Space away. */
  dismiss(): Promise<Outcome>;
  /** What is remembered of the Space that has just ended; left out where nothing is. */
  recap?: () => Promise<Recap | null>;
  /** Asks for the list again now. */
  refresh(): Promise<Outcome>;
  /** What shows a picture of a person, by its id at a server (home when left out); null until it is there, and where there is none. */
  picture(id: string, server?: string | null): ReadonlySignal<string | null>;
  /** Null where there are no settings. */
  openOptions: (() => Promise<Outcome>) | null;
  /** Null in the bar. */
  sound: SoundDesk | null;
  /** Null in the bar, which has no room for it. */
  desk: StageDesk | null;
  /** Brings what signing in and the account need; null where nobody signs in. */
  account: (() => Promise<AccountDesk>) | null;
  /** Null where there is no bar. */
  bar: BarDesk | null;
  /** Null in the bar. */
  share: ShareDesk | null;
  /** Opens the popup, where every Space and the host form are; for the bar. */
  openPopup(): Promise<Outcome>;
}

/** What a person can decide about the bar from its own menu; options undo it. */
export interface BarDesk {
  hideToday(): Promise<Outcome>;
  /** No bar on this site. */
  hideHere(): Promise<Outcome>;
  collapse(on: boolean): Promise<Outcome>;
}

/** Where a person tells others of a Space. */
export interface ShareDesk {
  /** The host name of the person's own Mastodon server; empty until they said. */
  mastodon: ReadonlySignal<string>;
  keepMastodon(host: string): Promise<void>;
}
