/** Measures the sound that arrives at some peer connections and is played. */
export interface Meter {
  /** Whether sound arrived since the last reading, also such as is not played; whether some was played; and the time now (ms since the epoch). */
  read(): Promise<{ at: number; arrived: boolean; isLoud: boolean }>;
}

/**
 * Runs in the media host with all of its peer connections as `this`, all of its players, and the limiters that its mixes
 * go out through; and so brings along all that it needs.
 */
export async function createMeter(
  this: RTCPeerConnection[],
  players: HTMLAudioElement[],
  limiters: DynamicsCompressorNode[],
): Promise<Meter> {
  /** Mean square of what is taken for sound, 1 being the loudest: 40 dB below that. */
  const AUDIBLE = 0.000_1;
  const seen = new Map<string, { energy: number; seconds: number }>();

  async function received(connections: RTCPeerConnection[]): Promise<RTCInboundRtpStreamStats[]> {
    const reports = await Promise.all(connections.map((connection) => connection.getStats()));
    const all: RTCInboundRtpStreamStats[] = reports.flatMap((report) => [...report.values()]);
    return all.filter((stats) => stats.type === 'inbound-rtp');
  }
  /** The tracks that reach a person's ear; others go on running dry when they are switched off. */
  function played(): Set<string> {
    const on = players.filter(({ paused, muted, volume }) => !paused && !muted && volume > 0);
    const tracks = on.flatMap(({ srcObject }) =>
      srcObject instanceof MediaStream ? srcObject.getTracks() : [],
    );
    return new Set(tracks.filter(({ enabled }) => enabled).map(({ id }) => id));
  }
  /** Whether the stream was loud since it was read before; one that is new counts from its beginning. */
  function isLoud({
    trackIdentifier,
    totalAudioEnergy = 0,
    totalSamplesDuration = 0,
  }: RTCInboundRtpStreamStats) {
    const before = seen.get(trackIdentifier) ?? { energy: 0, seconds: 0 };
    seen.set(trackIdentifier, { energy: totalAudioEnergy, seconds: totalSamplesDuration });
    return totalAudioEnergy - before.energy > AUDIBLE * (totalSamplesDuration - before.seconds);
  }

  /** One for each mix, for all who ever listen: it adds up every sample that goes out, so that none is missed. */
  interface Tap {
    energy: number;
    samples: number;
  }
  function tapOf(limiter: DynamicsCompressorNode & { tap?: Tap }): Tap {
    if (limiter.tap) return limiter.tap;
    const tap = { energy: 0, samples: 0 };
    limiter.tap = tap;
    const counter = limiter.context.createScriptProcessor(512, 1, 1);
    counter.addEventListener('audioprocess', ({ inputBuffer }) => {
      const samples = inputBuffer.getChannelData(0);
      for (const sample of samples) tap.energy += sample * sample;
      tap.samples += samples.length;
    });
    // Silent itself, and it counts only what goes somewhere.
    limiter.connect(counter).connect(limiter.context.destination);
    return tap;
  }
  const mixes = limiters.map(tapOf).map((tap) => ({ tap, before: { ...tap } }));
  /** Whether a mix was loud since it was read before. */
  function isMixLoud(mix: (typeof mixes)[number]): boolean {
    const { before, tap } = mix;
    mix.before = { ...tap };
    return tap.energy - before.energy > AUDIBLE * (tap.samples - before.samples);
  }

  const read = async () => {
    const audible = played();
    const loud = (await received(this)).filter(isLoud);
    const isPlayed = loud.some(({ trackIdentifier }) => audible.has(trackIdentifier));
    const isMixed = mixes.filter(isMixLoud).length > 0;
    return { at: Date.now(), arrived: loud.length > 0, isLoud: isPlayed || isMixed };
  };
  await read();
  return { read };
}
