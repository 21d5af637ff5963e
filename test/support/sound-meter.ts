/** Measures the sound that arrives at some peer connections and is played. */
export interface Meter {
  /** Whether sound arrived since the last reading, also such as is not played; whether some was played; and the time now (ms since the epoch). */
  read(): Promise<{ at: number; arrived: boolean; isLoud: boolean }>;
}

/** Runs in the media host with all of its peer connections as `this` and all of its players, and so brings along all that it needs. */
export async function createMeter(this: RTCPeerConnection[], players: HTMLAudioElement[]): Promise<Meter> {
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

  const read = async () => {
    const audible = played();
    const loud = (await received(this)).filter(isLoud);
    const arrived = loud.length > 0;
    return {
      at: Date.now(),
      arrived,
      isLoud: loud.some(({ trackIdentifier }) => audible.has(trackIdentifier)),
    };
  };
  await read();
  return { read };
}
