import type { ReadonlySignal } from '@preact/signals';
import type { RoomState } from '#shared/schema/room.ts';
import type { Outcome, View } from '#shared/schema/view.ts';
import type { Catalogue } from '#shared/words/words.ts';

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
  join(spaceId: string): Promise<Outcome>;
  leave(): Promise<Outcome>;
  host(request: { title: string; name?: string }): Promise<Outcome>;
  end(): Promise<Outcome>;
  setMicrophone(on: boolean): Promise<Outcome>;
  /** Opens our own tab that asks for the microphone and says how to undo a refusal. */
  openMicrophonePage(): Promise<Outcome>;
  setVolume(volume: number): Promise<Outcome>;
  setSilenced(on: boolean): Promise<Outcome>;
  /** Puts the sentence of an ended Space away. */
  dismiss(): Promise<Outcome>;
  /** Asks for the list again now. */
  refresh(): Promise<Outcome>;
  openOptions(): Promise<Outcome>;
  /** Opens the popup, where every Space and the host form are; for the bar. */
  openPopup(): Promise<Outcome>;
}
