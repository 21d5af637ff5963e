import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '#shared/schema/view.ts';
import { isolated } from '#shared/words/isolated.ts';
import { MODERATION } from '#shared/words/moderation.ts';
import { say } from '#shared/words/words.ts';
import { catalogueOf } from '../catalogue.ts';

function wordsOf(language: Language) {
  return { ...catalogueOf(language).words, ...MODERATION[language] };
}
type Key = keyof ReturnType<typeof wordsOf> & string;
export type Say = (key: Key, values?: Record<string, string | number>) => string;

/** How this page speaks: words, and moments as people of that language write them. */
export interface Voice {
  language: Language;
  say: Say;
  when(at: number): string;
}

/** Names within sentences keep their own direction. */
export function voiceOf(language: Language): Voice {
  const catalogue = { language, words: wordsOf(language) };
  const moments = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return {
    language,
    say: (key, values = {}) => {
      const kept = Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'string' ? isolated(value) : value,
      ]);
      return say(catalogue, key, Object.fromEntries(kept));
    },
    when: (at) => moments.format(at),
  };
}

export const VoiceContext = createContext<Voice>(voiceOf('en'));

export function useVoice(): Voice {
  return useContext(VoiceContext);
}
