import { isInRoom } from '#shared/client/room-memory.ts';
import type { Voices } from '#shared/client/voices.ts';
import type { Join } from '#shared/schema/api.ts';
import type { RoomState } from '#shared/schema/room.ts';
import { type Mix, SOUND_AS_IT_COMES, type SoundSettings } from '#shared/schema/sound.ts';
import type { Stage } from '#shared/schema/stage.ts';
import { Ducking, type DuckingDeps } from './ducking.ts';

export interface SoundSideDeps extends Omit<DuckingDeps, 'onChange'> {
  settings: { get(): Promise<SoundSettings>; watch(listener: () => void): void };
  voices: Voices;
  room(): RoomState;
  stage(): Stage | null;
  /** Gives it to the media host, where there is one. */
  tell(mix: Mix): Promise<void>;
}

/** How the person hears the Space they are in, put together for the media host from all that bears on it. */
export class SoundSide {
  readonly #deps: SoundSideDeps;
  readonly #ducking: Ducking;
  #settings: SoundSettings = SOUND_AS_IT_COMES;
  /** The last that the media host was given. */
  #told = '';

  constructor(deps: SoundSideDeps) {
    this.#deps = deps;
    this.#ducking = new Ducking({ ...deps, onChange: () => this.#tellIfNew() });
  }

  /** Called once the room and its stage are back. */
  async recall(): Promise<void> {
    const { settings, voices, room } = this.#deps;
    settings.watch(() => void this.#readSettings());
    [this.#settings] = await Promise.all([settings.get(), voices.recall()]);
    this.#ducking.recall(room().ducked);
    await this.followStage();
    this.followRoom();
    this.#tellIfNew();
  }

  /** The mix for a Space that is about to be heard: whom the person turned down is never loud for a moment. */
  async mixFor({ space }: Pick<Join, 'space'>): Promise<Mix> {
    await this.#deps.voices.meet(space.id, space.identities);
    const mix = this.#mix();
    this.#told = JSON.stringify(mix);
    return mix;
  }

  /** The mix for the Space that is heard now, which goes on elsewhere. */
  present(): Mix {
    return this.#mix();
  }

  followRoom(): void {
    this.#ducking.want(this.#settings.ducking && isInRoom(this.#deps.room()));
  }

  async followStage(): Promise<void> {
    const stage = this.#deps.stage();
    if (!stage || stage.id !== this.#deps.room().spaceId) return;
    await this.#deps.voices.meet(stage.id, stage.identities);
    this.#tellIfNew();
  }

  /** How loud somebody on stage is wanted, from 0 to 2. */
  async setVoice(pid: string, volume: number): Promise<void> {
    const kept = this.#deps.voices.set(pid, volume);
    this.#tellIfNew();
    await kept;
  }

  async #readSettings(): Promise<void> {
    this.#settings = await this.#deps.settings.get();
    this.followRoom();
    this.#tellIfNew();
  }

  #mix(): Mix {
    const { hold: _hold, holdKey: _key, ducking: _ducking, ...heard } = this.#settings;
    return { ...heard, ducked: this.#ducking.isOn, voices: { ...this.#deps.voices.all } };
  }

  #tellIfNew(): void {
    if (!isInRoom(this.#deps.room())) return;
    const mix = this.#mix();
    const told = JSON.stringify(mix);
    if (told === this.#told) return;
    this.#told = told;
    void this.#deps.tell(mix);
  }
}
