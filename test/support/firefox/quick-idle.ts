import { setTimeout as wait } from 'node:timers/promises';
import { until } from '../until.ts';
import type { FirefoxProfile } from './firefox-profile.ts';
import { FASTER_PREF } from './instruments.ts';

const IDLE_PREF = 'extensions.background.idle.timeout';
const OWN_IDLE_MS = 30_000;
const QUICK_IDLE_MS = 3_000;
/** What the extension does every 20 s is done every 500 ms. */
const FASTER = 40;

/** A Firefox that ends a background page after 3 s with nothing to do instead of 30, and in which such a page looks after itself more often. */
export class QuickIdle {
  readonly #person: FirefoxProfile;

  private constructor(person: FirefoxProfile) {
    this.#person = person;
  }

  /** Ends the background page that there is: one that has started to wait waits for as long as it was told. */
  static async begin(person: FirefoxProfile): Promise<QuickIdle> {
    const { extension } = person;
    await extension.setPref(FASTER_PREF, FASTER);
    await extension.setPref(IDLE_PREF, QUICK_IDLE_MS);
    await extension.endBackground();
    return new QuickIdle(person);
  }

  /** Waits for longer than Firefox does, twice; answers whether the page is still the same. */
  async outlasts(): Promise<boolean> {
    const { extension } = this.#person;
    const page = await until('the background page', () => extension.background());
    await wait(2.5 * QUICK_IDLE_MS);
    return (await extension.background()) === page;
  }

  async untilEnded(): Promise<void> {
    await until('the background page to be ended', async () => {
      return (await this.#person.extension.background()) === null;
    });
  }

  async end(): Promise<void> {
    await this.#person.extension.setPref(IDLE_PREF, OWN_IDLE_MS);
    await this.#person.extension.setPref(FASTER_PREF, 1);
  }
}
