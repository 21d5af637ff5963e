import type { Catalogue } from '#shared/words/words.ts';
import type { View } from '#shared/schema/view.ts';
import { send } from './view-messaging.ts';

/** All that a bar waits for, asked before the page has drawn anything. */
export interface Early {
  view: Promise<View>;
  catalogue: Promise<Catalogue>;
  css: Promise<string>;
}

const page = globalThis as { perchEarly?: Early };

/** The active language, as the background has it, for pages that cannot read our files. */
export function askCatalogue(): Promise<Catalogue> {
  // Both sides are one build: the background has them from a file that this build wrote.
  return send('background:words', {}) as Promise<unknown> as Promise<Catalogue>;
}

function ask(): Early {
  return {
    view: send('background:view', { visible: document.visibilityState === 'visible' }),
    catalogue: askCatalogue(),
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
