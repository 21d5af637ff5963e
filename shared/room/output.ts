/** Something that plays, in a browser that lets us say where; not every one does for everything. */
interface Choosing {
  setSinkId(id: string): Promise<void>;
}

/** What each was told last, so that a device that cannot be had is not asked for again and again. */
const told = new WeakMap<object, string>();

export function mayChooseOutput(player: object): player is Choosing {
  return 'setSinkId' in player;
}

/** Plays on that device, or on the system's default where it cannot be had: no sound is lost for a device's sake. */
export async function playOn(player: object, id: string): Promise<void> {
  if (!mayChooseOutput(player) || (told.get(player) ?? '') === id) return;
  told.set(player, id);
  try {
    await player.setSinkId(id);
  } catch {
    // Unplugged meanwhile, or no longer ours to choose; what plays on the default already says so again.
    await player.setSinkId('').catch(() => undefined);
  }
}

/** The device that is wanted, or the default once that one is gone. The browser names none that we may not know. */
async function outputNow(wanted: string): Promise<string> {
  if (wanted === '' || wanted === 'default') return '';
  const devices = await navigator.mediaDevices.enumerateDevices();
  const outputs = devices.filter(({ kind, deviceId }) => kind === 'audiooutput' && deviceId !== '');
  return outputs.length === 0 || outputs.some(({ deviceId }) => deviceId === wanted) ? wanted : '';
}

/** Follows the device that a person wants to hear by, as devices come and go. */
export class Output {
  readonly #onChange: (id: string) => void;
  #wanted = '';
  #id = '';

  constructor(onChange: (id: string) => void) {
    this.#onChange = onChange;
    navigator.mediaDevices?.addEventListener('devicechange', () => void this.#follow());
  }

  /** The device that is there; empty for the system's default. */
  get id(): string {
    return this.#id;
  }

  want(id: string): void {
    if (id === this.#wanted) return;
    this.#wanted = id;
    void this.#follow();
  }

  async #follow(): Promise<void> {
    const wanted = this.#wanted;
    const id = await outputNow(wanted).catch(() => '');
    if (wanted !== this.#wanted || id === this.#id) return;
    this.#id = id;
    this.#onChange(id);
  }
}
