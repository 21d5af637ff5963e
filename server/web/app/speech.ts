import { signal, type ReadonlySignal } from '@preact/signals';
import type { Language } from '#shared/schema/view.ts';
import { directionOf } from '#shared/words/words.ts';
import { fetchCatalogue, type PageCatalogue } from './catalogue.ts';
import { languageOn } from './keep/kept.ts';
import type { Shelf } from './keep/shelf.ts';

/** The language in which the page speaks. */
export interface PageSpeech {
  catalogue: ReadonlySignal<PageCatalogue>;
  /** Speaks another one from now on, and whenever the person comes back. Without its words all stays as it is. */
  speak(language: Language): Promise<void>;
}

interface SpeechDeps {
  server: string;
  shelf: Shelf;
  /** What the server took from the browser. */
  language: Language;
  bring?: (server: string, language: Language) => Promise<PageCatalogue>;
}

/** The person's choice, else the browser's language, else English. Rejects when the server gives no words. */
export async function openSpeech(deps: SpeechDeps): Promise<PageSpeech> {
  const { server, shelf, language, bring = fetchCatalogue } = deps;
  const chosen = languageOn(shelf);
  const first = bring(server, chosen.get() ?? language);
  const catalogue = signal(await first.catch(() => bring(server, 'en')));
  wear(catalogue.value.language);
  let wanted = catalogue.value.language;
  return {
    catalogue,
    async speak(next) {
      wanted = next;
      // What the server does not give now is not spoken; the choice on the page goes on showing what is.
      const words = await bring(server, next).catch(() => null);
      if (!words || wanted !== next) return;
      chosen.set(next);
      catalogue.value = words;
      wear(next);
    },
  };
}

/** The whole page is in this language, and runs in its direction. */
export function wear(language: Language): void {
  const root = document.documentElement;
  root.lang = language;
  root.dir = directionOf(language);
}
