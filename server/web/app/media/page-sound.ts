import { signal } from '@preact/signals';
import { Voices } from '#shared/client/voices.ts';
import type { Mix, SoundSettings } from '#shared/schema/sound.ts';
import type { Stage } from '#shared/schema/stage.ts';
import type { VoicesHere } from '#shared/schema/voices.ts';
import type { Outcome } from '#shared/schema/view.ts';
import { namedDevices } from '#shared/ui/sound/named-devices.ts';
import type { SoundDesk } from '#shared/ui/sound/sound-desk.ts';
import { soundOn, voicesOn } from '../keep/kept.ts';
import type { Shelf } from '../keep/shelf.ts';

export interface PageSoundDeps {
  shelf: Shelf;
  /** Gives the mix to the media host, where there is one. */
  tell(mix: Mix): void;
  /** Opens or mutes the microphone of somebody on stage; null for those who only listen. */
  speak: ((on: boolean) => void) | null;
}

const FINE: Outcome = { fault: null };

/** How the person hears and is heard in the page, kept in this browser. The page cannot know whether other tabs are heard. */
export class PageSound implements SoundDesk {
  readonly settings;
  readonly voices = signal<VoicesHere['all']>({});
  readonly ducks = false;
  readonly grant = null;
  readonly talk;
  readonly #deps: PageSoundDeps;
  readonly #kept;
  readonly #people: Voices;
  #told = '';

  constructor(deps: PageSoundDeps) {
    const { shelf, speak } = deps;
    this.#deps = deps;
    this.#kept = soundOn(shelf);
    this.settings = signal(this.#kept.get());
    const { kept, here } = voicesOn(shelf);
    const keepHere = (voices: VoicesHere) => {
      this.voices.value = voices.all;
      return here.set(voices);
    };
    this.#people = new Voices({ kept, here: { ...here, set: keepHere } });
    void this.#recall();
    this.talk = speak && (() => this.#talk(speak));
  }

  async change(part: Partial<SoundSettings>): Promise<Outcome> {
    this.settings.value = { ...this.settings.value, ...part };
    this.#kept.set(this.settings.value);
    this.#tellIfNew();
    return FINE;
  }

  async setVoice(pid: string, volume: number): Promise<Outcome> {
    await this.#people.set(pid, volume);
    this.#tellIfNew();
    return FINE;
  }

  /** Whom the person turned down before is never loud for a moment. */
  async mixFor(space: Pick<Stage, 'id' | 'identities'>): Promise<Mix> {
    await this.#meet(space);
    const mix = this.#mix();
    this.#told = JSON.stringify(mix);
    return mix;
  }

  async follow(stage: Pick<Stage, 'id' | 'identities'>): Promise<void> {
    await this.#meet(stage);
    this.#tellIfNew();
  }

  devices = namedDevices;

  onDevices(listener: () => void): () => void {
    // A page that is not secure has none.
    const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
    mediaDevices?.addEventListener('devicechange', listener);
    return () => mediaDevices?.removeEventListener('devicechange', listener);
  }

  async #recall(): Promise<void> {
    await this.#people.recall();
    this.voices.value = this.#people.all;
  }

  #meet({ id, identities }: Pick<Stage, 'id' | 'identities'>): Promise<void> {
    // A page that is not secure cannot hash, and knows nobody again.
    return this.#people.meet(id, globalThis.crypto.subtle ? identities : []);
  }

  #talk(speak: (on: boolean) => void): () => void {
    speak(true);
    return () => speak(false);
  }

  #mix(): Mix {
    const { hold: _hold, holdKey: _key, ducking: _ducking, ...heard } = this.settings.value;
    return { ...heard, ducked: false, voices: { ...this.#people.all } };
  }

  #tellIfNew(): void {
    const mix = this.#mix();
    const told = JSON.stringify(mix);
    if (told === this.#told) return;
    this.#told = told;
    this.#deps.tell(mix);
  }
}
