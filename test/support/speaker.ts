import { Guest } from '../../server/demo/client.ts';
import { publish } from '../../server/demo/publish.ts';

const SAMPLE_RATE = 24_000;
const TONE_HZ = 440;
const LOUDNESS = 9_000;

function tone(): { sampleRate: number; next(count: number): Int16Array } {
  let at = 0;
  const sample = () => {
    at += 1;
    return Math.round(LOUDNESS * Math.sin((2 * Math.PI * TONE_HZ * at) / SAMPLE_RATE));
  };
  return { sampleRate: SAMPLE_RATE, next: (count) => Int16Array.from({ length: count }, sample) };
}

/** Somebody who hosts a Space and speaks a tone in it without a break. */
export interface Speaker {
  spaceId: string;
  title: string;
  /** Ends the Space for everybody. */
  end(): Promise<void>;
  /** Takes the speaker's own connection away; the Space stays. */
  hangUp(): Promise<void>;
}

export async function startSpeaker(
  serverUrl: string,
  title: string,
  name = 'Ana Ferreira',
): Promise<Speaker> {
  const guest = await Guest.arrive(serverUrl, name);
  const join = await guest.start(title);
  const leaving = new AbortController();
  const { ended } = await publish(join, tone(), leaving.signal);
  const hangUp = async () => {
    leaving.abort();
    await ended;
  };
  const end = async () => {
    await guest.end(join.space.id);
    await hangUp();
  };
  return { spaceId: join.space.id, title: join.space.title, end, hangUp };
}
