import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '#shared/schema/view.ts';
import { isolated } from '#shared/words/isolated.ts';
import type { Volume } from '#shared/words/catalogues.ts';
import { say } from '#shared/words/words.ts';

/** What this page can say: all that other pages can, and words of its own. */
export type OfficeWords = Volume['words'] & Volume['moderation'];
type Key = keyof OfficeWords & string;
export type Say = (key: Key, values?: Record<string, string | number>) => string;

/** How this page speaks: words, and moments as people of that language write them. */
export interface Voice {
  language: Language;
  say: Say;
  when(at: number): string;
}

/** Names within sentences keep their own direction. */
export function voiceOf(language: Language, words: OfficeWords): Voice {
  const catalogue = { language, words };
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

export const VoiceContext = createContext<Voice | null>(null);

/** The voice around a component; throws outside of one. */
export function useVoice(): Voice {
  const voice = useContext(VoiceContext);
  if (!voice) throw new Error('rendered outside of a VoiceContext');
  return voice;
}
