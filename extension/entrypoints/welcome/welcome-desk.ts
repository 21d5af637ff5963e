import type { ReadonlySignal } from '@preact/signals';
import type { Outcome } from '#shared/schema/view.ts';
import type { SoundDesk } from '#shared/ui/sound/sound-desk.ts';
import type { Catalogue } from '#shared/words/words.ts';
import type { SiteOptions } from '../options/site-options.ts';

/** What the page shows a person around with. */
export interface WelcomeDesk {
  catalogue: ReadonlySignal<Catalogue>;
  /** Perch's icon is in the toolbar; null where the browser does not tell. */
  isPinned: ReadonlySignal<boolean | null>;
  address: ReadonlySignal<string>;
  /** Checks the address and keeps it when a Perch server answers there. */
  useServer(url: string): Promise<Outcome>;
  sound: SoundDesk;
  /** Plays three soft notes by these speakers; rejects where nothing can be played. */
  play(speakers: string): Promise<void>;
  sites: Pick<SiteOptions, 'bar' | 'changeBar' | 'fixed' | 'refused' | 'allowFixed' | 'chosen' | 'allow'>;
  /** False where the browser wants a click on the toolbar itself. */
  openPopup(): Promise<boolean>;
  openOptions(): Promise<void>;
}
