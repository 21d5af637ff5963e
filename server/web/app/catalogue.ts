import * as v from 'valibot';
import type { Language } from '#shared/schema/view.ts';
import { WordsSchema } from '#shared/schema/words.ts';
import type { AllWords, Catalogue } from '#shared/words/words.ts';

/** A catalogue in a language of ours. */
export type PageCatalogue = Catalogue & { language: Language };

/** The words of a page from its server: those of the extension, but for what holds only there. Rejects when the server does not give them. */
export async function fetchCatalogue(server: string, language: Language): Promise<PageCatalogue> {
  return { language, words: await fetchWords<AllWords>(server, `words/${language}`) };
}

/** A file of words by its name. The server wrote all of `All` into it when it was built, together with this script. */
export async function fetchWords<All>(server: string, name: string): Promise<All> {
  const answer = await fetch(`${server}/s/assets/${name}.json`);
  return v.parse(WordsSchema, await answer.json()) as All;
}
