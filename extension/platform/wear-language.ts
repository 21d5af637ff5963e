import { effect, type ReadonlySignal } from '@preact/signals';
import { directionOf, type Catalogue } from '#shared/words/words.ts';

/** Our own page is in the language of its words, and runs in its direction, whenever that changes. */
export function wearLanguage(catalogue: ReadonlySignal<Catalogue>): void {
  effect(() => {
    const { language } = catalogue.value;
    const root = document.documentElement;
    root.lang = language;
    root.dir = directionOf(language);
  });
}
