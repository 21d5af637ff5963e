import { until } from '../until.ts';
import type { FirefoxProfile } from './firefox-profile.ts';

const IDLE_MS = { own: 30_000, quick: 3_000 };
const PREF = 'extensions.background.idle.timeout';
/** Far apart enough that nobody would miss it, and the whole of them longer than Firefox waits. */
const LONG_MS = 10_000;
const FASTER = 40;
const OUTLASTING = Math.ceil((2.5 * IDLE_MS.quick) / (20_000 / FASTER));

/** What stands in the background page, for the tests alone. */
interface Left {
  ticks?: number;
}

/** Runs in the background page: lets its long intervals pass more quickly, and counts them. */
function hurryIntervals(longMs: number, faster: number): void {
  const left = window as Left;
  left.ticks = 0;
  const own = window.setInterval.bind(window);
  const hurried = (act: () => void, ms: number) => {
    if (ms < longMs) return own(act, ms);
    const tick = () => {
      left.ticks! += 1;
      act();
    };
    return own(tick, ms / faster);
  };
  window.setInterval = hurried as typeof setInterval;
}

/** A background page that Firefox ends after 3 s with nothing to do, instead of 30; its own intervals are shortened with that. */
export class QuickIdle {
  readonly #person: FirefoxProfile;
  readonly #page: number;

  private constructor(person: FirefoxProfile, page: number) {
    this.#person = person;
    this.#page = page;
  }

  /** Before a Space is joined. */
  static async prepare(person: FirefoxProfile): Promise<QuickIdle> {
    const page = await until('the background page', () => person.extension.background());
    await person.firefox.evaluate(page, hurryIntervals, [LONG_MS, FASTER]);
    return new QuickIdle(person, page);
  }

  async begin(): Promise<void> {
    await this.#person.extension.setPref(PREF, IDLE_MS.quick);
  }

  /** Rejects when the page was ended meanwhile. */
  async outlast(): Promise<void> {
    const { firefox } = this.#person;
    const ticks = () => firefox.evaluate(this.#page, () => (window as Left).ticks ?? 0, []);
    const enough = (await ticks()) + OUTLASTING;
    await until('Firefox to have had the time to end the page', async () => (await ticks()) >= enough);
  }

  async untilEnded(): Promise<void> {
    await until('Firefox to end the page', async () => (await this.#person.extension.background()) === null);
  }

  async end(): Promise<void> {
    await this.#person.extension.setPref(PREF, IDLE_MS.own);
  }
}
