import type { Catalogue, Words } from '#shared/words/words.ts';
import type { View } from '#shared/schema/view.ts';
import { send } from './view-messaging.ts';

/** All that a bar waits for, asked before the page has drawn anything. */
export interface Early {
  view: Promise<View>;
  catalogue: Promise<Catalogue>;
  css: Promise<string>;
}

const page = globalThis as { perchEarly?: Early };

/** The active language, as the background has it. */
export async function fetchCatalogue(): Promise<Catalogue> {
  const { language, words } = await send('background:words', {});
  // Both sides are one build: the background's catalogues are typed as these words.
  return { language, words: words as unknown as Words };
}

function ask(): Early {
  return {
    view: send('background:view', { visible: document.visibilityState === 'visible' }),
    catalogue: fetchCatalogue(),
    css: send('background:sheet', {}).then(({ css }) => css),
  };
}

/** Asks now; `takeEarly` has the answers later. */
export function askEarly(): void {
  const asked = ask();
  page.perchEarly = asked;
  // Whoever takes them hears of a failure.
  for (const answer of Object.values(asked)) (answer as Promise<unknown>).catch(() => undefined);
}

/** What was asked early, or asked now; each time anew, for a page that is put up twice. */
export function takeEarly(): Early {
  const asked = page.perchEarly ?? ask();
  delete page.perchEarly;
  return asked;
}
