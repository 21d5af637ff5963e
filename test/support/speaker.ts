import { Guest } from '../../server/demo/client.ts';
import { type Publication, publish } from '../../server/demo/publish.ts';
import { until } from './until.ts';

const SAMPLE_RATE = 24_000;
const TONE_HZ = 440;
const LOUDNESS = 9_000;
const BACK_WITHIN_MS = 60_000;

/** A tone without a break. */
export function tone(): { sampleRate: number; next(count: number): Int16Array } {
  let at = 0;
  const sample = () => {
    at += 1;
    return Math.round(LOUDNESS * Math.sin((2 * Math.PI * TONE_HZ * at) / SAMPLE_RATE));
  };
  return { sampleRate: SAMPLE_RATE, next: (count) => Int16Array.from({ length: count }, sample) };
}

/** Somebody who hosts a Space and speaks a tone in it without a break; comes back when the room is lost. */
export interface Speaker {
  spaceId: string;
  title: string;
  /** Ends the Space for everybody. */
  end(): Promise<void>;
  /** Takes the speaker's own connection away; the Space stays. */
  hangUp(): Promise<void>;
}

async function comeBack(guest: Guest, spaceId: string, signal: AbortSignal): Promise<Publication> {
  return until(
    'the speaker to be back',
    async () => {
      const join = await guest.join(spaceId).catch(() => null);
      return join && publish(join, tone(), signal).catch(() => null);
    },
    BACK_WITHIN_MS,
  );
}

export async function startSpeaker(
  serverUrl: string,
  title: string,
  name = 'Ana Ferreira',
  onArrival: (token: string) => void = () => undefined,
): Promise<Speaker> {
  const guest = await Guest.arrive(serverUrl, name);
  onArrival(guest.token);
  const join = await guest.start(title);
  const spaceId = join.space.id;
  const leaving = new AbortController();
  const first = await publish(join, tone(), leaving.signal);

  async function stay(publication: Publication): Promise<void> {
    await publication.ended;
    if (!leaving.signal.aborted) await stay(await comeBack(guest, spaceId, leaving.signal));
  }
  const staying = stay(first);
  const hangUp = async () => {
    leaving.abort();
    await staying;
  };
  const end = async () => {
    leaving.abort();
    await guest.end(spaceId);
    await staying;
  };
  return { spaceId, title: join.space.title, end, hangUp };
}
