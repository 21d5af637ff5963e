/** Measures the sound that arrives at some peer connections; times are ms. */
export interface Meter {
  /** Answers as soon as sound comes in, or that none did. */
  heardWithin(ms: number): Promise<boolean>;
  /** When the last sound came in before a silence of `quietMs`; null when there was none for `giveUpMs`. */
  lastSound(quietMs: number, giveUpMs: number): Promise<number | null>;
  watch(): void;
  /** Ends the watch, and answers the longest time without sound in it. */
  longestGap(): Promise<number>;
}

/** Runs in the media host with all of its peer connections as `this`, and so brings along all that it needs. */
export async function createMeter(this: RTCPeerConnection[]): Promise<Meter> {
  const LOOK_EVERY_MS = 10;
  /** Less energy than this is silence; a voice has a thousand times as much in a second. */
  const AUDIBLE = 0.000_01;
  const seen = new Map<string, number>();
  const look = { heard: 0, soundAt: Date.now(), longest: 0 };
  let watching: Promise<void> | null = null;
  let isWatched = false;

  async function energies(connections: RTCPeerConnection[]): Promise<[string, number][]> {
    const reports = await Promise.all(connections.map((connection) => connection.getStats()));
    return reports.flatMap((report, index) =>
      [...report.values()]
        .filter((stats) => stats.type === 'inbound-rtp')
        .map((stats): [string, number] => [`${index} ${stats.id}`, stats.totalAudioEnergy ?? 0]),
    );
  }

  const read = async () => {
    for (const [track, energy] of await energies(this)) {
      // A track that ends takes nothing away, and one that comes counts from its beginning.
      look.heard += Math.max(0, energy - (seen.get(track) ?? 0));
      seen.set(track, energy);
    }
    if (look.heard < AUDIBLE) return;
    look.heard = 0;
    const now = Date.now();
    look.longest = Math.max(look.longest, now - look.soundAt);
    look.soundAt = now;
  };
  /** Reads until there is no more reason to. */
  const readWhile = async (goesOn: () => boolean) => {
    while (goesOn()) {
      await read();
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  };
  const startOver = () => {
    Object.assign(look, { heard: 0, soundAt: Date.now(), longest: 0 });
    return look.soundAt;
  };

  await read();
  return {
    async heardWithin(ms) {
      const began = startOver();
      await readWhile(() => look.soundAt === began && Date.now() - began < ms);
      return look.soundAt !== began;
    },
    async lastSound(quietMs, giveUpMs) {
      const began = startOver();
      await readWhile(() => Date.now() - look.soundAt < quietMs && Date.now() - began < giveUpMs);
      return Date.now() - look.soundAt < quietMs ? null : look.soundAt;
    },
    watch() {
      startOver();
      isWatched = true;
      watching = readWhile(() => isWatched);
    },
    async longestGap() {
      isWatched = false;
      await watching;
      return Math.max(look.longest, Date.now() - look.soundAt);
    },
  };
}
