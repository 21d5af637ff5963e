import type { Language } from '#shared/schema/language.ts';
import type { Item } from '../platform/store.ts';
import type { Catalogue } from '#shared/words/words.ts';
import { chooseLanguage } from '../platform/choose-language.ts';

export interface SpeechDeps {
  choice: Pick<Item<Language | null>, 'get' | 'watch'>;
  browserLanguage(): string;
  /** The languages that the person reads, as the browser tells sites. */
  acceptLanguages(): Promise<string[]>;
  /** Rejects when not even English can be read. */
  readCatalogue(language: Language): Promise<Catalogue>;
  onChange(): void;
}

/** The language in which Perch speaks, and those in which the person may want to listen. */
export class Speech {
  language: Language = 'en';
  /** As the first parts of their tags. */
  spoken: readonly string[] = [];
  readonly #deps: SpeechDeps;
  #catalogue: { language: Language; words: Promise<Catalogue> } | null = null;

  constructor(deps: SpeechDeps) {
    this.#deps = deps;
  }

  async recall(): Promise<void> {
    this.#deps.choice.watch(() => void this.#change());
    await this.#read();
  }

  /** The words of the language, read when they are first wanted; those of another one are let go of. */
  words(): Promise<Catalogue> {
    const { language } = this;
    if (this.#catalogue?.language !== language) {
      const words = this.#deps.readCatalogue(language);
      this.#catalogue = { language, words };
      // What failed is tried again; whoever waits for it hears of it.
      words.catch(() => (this.#catalogue = null));
    }
    return this.#catalogue.words;
  }

  async #read(): Promise<void> {
    const { choice, browserLanguage, acceptLanguages } = this.#deps;
    this.language = chooseLanguage(await choice.get(), browserLanguage());
    const tags = [this.language, ...(await acceptLanguages())];
    this.spoken = [...new Set(tags.map((tag) => tag.split('-')[0]!.toLowerCase()))];
  }

  async #change(): Promise<void> {
    await this.#read();
    this.#deps.onChange();
  }
}
