import type { Language } from '#shared/schema/view.ts';
import type { Item } from '../platform/store.ts';
import { catalogueOf, chooseLanguage } from './languages.ts';

export interface SpeechDeps {
  choice: Pick<Item<Language | null>, 'get' | 'watch'>;
  browserLanguage(): string;
  /** The languages that the person reads, as the browser tells sites. */
  acceptLanguages(): Promise<string[]>;
  onChange(): void;
}

/** The language in which Perch speaks, and those in which the person may want to listen. */
export class Speech {
  language: Language = 'en';
  /** As the first parts of their tags. */
  spoken: readonly string[] = [];
  readonly #deps: SpeechDeps;

  constructor(deps: SpeechDeps) {
    this.#deps = deps;
  }

  async recall(): Promise<void> {
    this.#deps.choice.watch(() => void this.#change());
    await this.#read();
  }

  words() {
    return catalogueOf(this.language);
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
