/** Measures the sound that arrives at some peer connections, and what of it is played. */
export interface Meter {
  /** Whether sound was played since the last reading, or arrived at all; and the time now (ms since the epoch). */
  read(): Promise<{ at: number; arrived: boolean; isLoud: boolean }>;
  /** What went out of the mixes since the last such reading: mean square and highest sample, 1 being the loudest. */
  readMix(): { power: number; peak: number };
}

/** All there is in the media host of what makes sound. */
export interface Instruments {
  connections: RTCPeerConnection[];
  players: HTMLAudioElement[];
  /** What its mixes go out through. */
  limiters: DynamicsCompressorNode[];
}

/** Runs in the media host, and so brings along all that it needs. Arrivals are measured only where they are asked for. */
export async function createMeter(
  { connections, players, limiters }: Instruments,
  withArrivals: boolean,
): Promise<Meter> {
  /** Mean square of what is taken for sound, 1 being the loudest: 40 dB below that. */
  const AUDIBLE = 0.000_1;
  const seen = new Map<string, { energy: number; seconds: number }>();

  /** What went through a place since it is tapped. */
  interface Tap {
    energy: number;
    samples: number;
    peak: number;
  }
  /** Kept with what is tapped: one for all who ever listen there, which adds up every sample, so that none is missed. */
  type Tapped = object & { tap?: Tap };

  function tapOf(place: Tapped, open: () => AudioNode): Tap {
    if (place.tap) return place.tap;
    const tap = { energy: 0, samples: 0, peak: 0 };
    place.tap = tap;
    const node = open();
    const counter = (node.context as AudioContext).createScriptProcessor(512, 1, 1);
    counter.addEventListener('audioprocess', ({ inputBuffer }) => {
      const samples = inputBuffer.getChannelData(0);
      for (const sample of samples) {
        tap.energy += sample * sample;
        tap.peak = Math.max(tap.peak, Math.abs(sample));
      }
      tap.samples += samples.length;
    });
    // Silent itself, and it counts only what goes somewhere.
    node.connect(counter).connect(node.context.destination);
    return tap;
  }
  /** Answers the mean square at a tap since it was last asked. */
  function follow(tap: Tap): () => number {
    let before = { ...tap };
    return () => {
      const { energy, samples } = before;
      before = { ...tap };
      return (tap.energy - energy) / Math.max(1, tap.samples - samples);
    };
  }

  const mixes = limiters.map((limiter) => tapOf(limiter, () => limiter));
  const [forRead, forMix] = [mixes.map(follow), mixes.map(follow)];
  const most = (powers: (() => number)[]) => Math.max(0, ...powers.map((power) => power()));
  const readMix = () => {
    const peak = Math.max(0, ...mixes.map((tap) => tap.peak));
    for (const tap of mixes) tap.peak = 0;
    return { power: most(forMix), peak };
  };

  const open = () => connections.filter(({ signalingState }) => signalingState !== 'closed');
  /** What a connection tells: nothing once it is closed, of which Firefox says nothing either while it is asked. */
  function told(connection: RTCPeerConnection): Promise<ReadonlyMap<string, RTCInboundRtpStreamStats>> {
    const { promise, resolve } = Promise.withResolvers<ReadonlyMap<string, RTCInboundRtpStreamStats>>();
    const nothing = () => resolve(new Map());
    const timer = setInterval(() => connection.signalingState === 'closed' && nothing(), 100);
    connection.getStats().then((report) => resolve(new Map(report.entries())), nothing);
    return promise.finally(() => clearInterval(timer));
  }
  async function received(): Promise<RTCInboundRtpStreamStats[]> {
    const reports = await Promise.all(open().map(told));
    const all = reports.flatMap((report) => [...report.values()]);
    return all.filter((stats) => stats.type === 'inbound-rtp');
  }
  /** The tracks that reach a person's ear by players; others go on running dry when they are switched off. */
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

  const arrivals = new Map<MediaStreamTrack, () => number>();
  /** Whether any track brought sound since this was last asked. The browser's own figures leave out what is muted here. */
  function hasArrived(): boolean {
    if (!withArrivals) return false;
    const context = (limiters[0]?.context ?? new AudioContext()) as AudioContext;
    const tracks = open().flatMap((connection) => connection.getReceivers().map(({ track }) => track));
    for (const track of tracks) {
      if (track.kind !== 'audio' || arrivals.has(track)) continue;
      const source = () => context.createMediaStreamSource(new MediaStream([track]));
      arrivals.set(track, follow(tapOf(track, source)));
    }
    return most([...arrivals.values()]) > AUDIBLE;
  }

  const read = async () => {
    const audible = played();
    const loud = (await received()).filter(isLoud);
    const isPlayed = loud.some(({ trackIdentifier }) => audible.has(trackIdentifier));
    const isMixed = most(forRead) > AUDIBLE;
    return { at: Date.now(), arrived: hasArrived(), isLoud: isPlayed || isMixed };
  };
  await read();
  return { read, readMix };
}
