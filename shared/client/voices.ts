import { hashOfKey } from '#shared/schema/identity.ts';
import type { Stage } from '#shared/schema/stage.ts';
import { KEPT_VOICES_MAX, NO_VOICES, type KeptVoices, type VoicesHere } from '#shared/schema/voices.ts';

interface Shelf<T> {
  get(): Promise<T>;
  set(value: T): Promise<void>;
  /** Calls back when anybody has changed it. */
  watch?(listener: () => void): unknown;
}

export interface VoicesDeps {
  /** For all Spaces. */
  kept: Shelf<KeptVoices>;
  /** For as long as the browser runs. */
  here: Shelf<VoicesHere>;
  /** Settings have changed what is kept. */
  onChange?(): void;
}

type Shown = Stage['identities'][number];

/** How an identity is kept: the same however its handle is written. */
function markOf({ network, handle }: Shown): Promise<string> {
  return hashOfKey(`${network}:${handle.replace(/^@/, '').toLowerCase()}`);
}

async function marksOf(identities: readonly Shown[]): Promise<Map<string, string[]>> {
  const marks = new Map<string, string[]>();
  const marked = await Promise.all(identities.map(async (one) => [one.pid, await markOf(one)] as const));
  for (const [pid, mark] of marked) marks.set(pid, [...(marks.get(pid) ?? []), mark]);
  return marks;
}

/** How loud a person wants others to be: kept by identity for all Spaces, and by participant for one. */
export class Voices {
  readonly #deps: VoicesDeps;
  /** In the order in which they were last heard. */
  #kept = new Map<string, number>();
  #here: VoicesHere = NO_VOICES;
  #marks = new Map<string, string[]>();
  #turn = 0;
  /** The last that we wrote, and how much of it is under way. */
  #written = '';
  #writing = 0;

  constructor(deps: VoicesDeps) {
    this.#deps = deps;
  }

  /** By participant id, of those met last; who is left out is as they come. */
  get all(): VoicesHere['all'] {
    return this.#here.all;
  }

  async recall(): Promise<void> {
    const [kept, here] = await Promise.all([this.#deps.kept.get(), this.#deps.here.get()]);
    this.#kept = new Map(kept);
    this.#here = here;
    this.#deps.kept.watch?.(() => void this.#readAgain());
  }

  /** The Space that the person is in, and what the people on its stage show of themselves. */
  async meet(spaceId: string, identities: readonly Shown[]): Promise<void> {
    const turn = ++this.#turn;
    const marks = await marksOf(identities);
    if (turn !== this.#turn) return;
    const met = [...marks].filter(([pid]) => !this.#marks.has(pid)).flatMap(([, own]) => own);
    this.#marks = marks;
    const { passing } = this.#here.spaceId === spaceId ? this.#here : NO_VOICES;
    await Promise.all([this.#hear(met), this.#settle({ ...this.#here, spaceId, passing })]);
  }

  /** From 0 to 2; 1 forgets. */
  async set(pid: string, volume: number): Promise<void> {
    const marks = this.#marks.get(pid) ?? [];
    const { [pid]: _before, ...passing } = this.#here.passing;
    for (const mark of marks) this.#kept.delete(mark);
    if (volume !== 1) {
      for (const mark of marks) this.#kept.set(mark, volume);
      if (marks.length === 0) passing[pid] = volume;
    }
    for (const mark of [...this.#kept.keys()].slice(0, -KEPT_VOICES_MAX)) this.#kept.delete(mark);
    await Promise.all([marks.length > 0 && this.#keep(), this.#settle({ ...this.#here, passing })]);
  }

  /** Those whose volumes are used are the last to be forgotten. */
  async #hear(marks: readonly string[]): Promise<void> {
    const used = marks.filter((mark) => this.#kept.has(mark));
    for (const mark of used) {
      const volume = this.#kept.get(mark)!;
      this.#kept.delete(mark);
      this.#kept.set(mark, volume);
    }
    if (used.length > 0) await this.#keep();
  }

  async #keep(): Promise<void> {
    const kept = [...this.#kept];
    this.#written = JSON.stringify(kept);
    this.#writing += 1;
    await this.#deps.kept.set(kept).finally(() => (this.#writing -= 1));
  }

  /** What was imported or forgotten in the settings counts at once; our own writing is no news. */
  async #readAgain(): Promise<void> {
    const kept = await this.#deps.kept.get();
    if (this.#writing > 0 || JSON.stringify(kept) === this.#written) return;
    this.#kept = new Map(kept);
    await this.#settle(this.#here);
    this.#deps.onChange?.();
  }

  async #settle({ spaceId, passing }: VoicesHere): Promise<void> {
    const all = { ...passing };
    for (const [pid, marks] of this.#marks) {
      const mark = marks.find((one) => this.#kept.has(one));
      if (mark) all[pid] = this.#kept.get(mark)!;
    }
    const next = { spaceId, passing, all };
    const isNews = JSON.stringify(next) !== JSON.stringify(this.#here);
    this.#here = next;
    if (isNews) await this.#deps.here.set(next);
  }
}
