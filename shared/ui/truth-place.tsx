import { useRef } from 'preact/hooks';
import { useShell } from './context.ts';
import type { Face } from './now-playing.ts';
import { later } from './parts/later.tsx';

const ConnectionLine = later(async () => (await import('./truth/connection-line.tsx')).ConnectionLine);
const OddityLine = later(async () => (await import('./truth/oddity-line.tsx')).OddityLine);

const AGAIN_MS = 60_000;

/** Whether something is to be read aloud: not again and again, while it comes and goes. */
function useIsNews(key: string | null): boolean {
  const toldAt = useRef(new Map<string, number>());
  const present = useRef({ key: null as string | null, isNews: false });
  if (present.current.key !== key) {
    const isNews = key !== null && Date.now() - (toldAt.current.get(key) ?? 0) > AGAIN_MS;
    if (isNews) toldAt.current.set(key, Date.now());
    present.current = { key, isNews };
  }
  return present.current.isNews;
}

/** Who is cutting out; mostly nobody. */
export function ConnectionPlace({ faces }: { faces: readonly Face[] }) {
  const { perch } = useShell();
  const { quality } = perch.room.value;
  const wasBad = useRef(false);
  wasBad.current ||= quality !== 'good' || faces.some((face) => face.quality !== 'good');
  // Of the others only the eye is told: a screen reader would talk over those whom one barely hears.
  const isNews = useIsNews(quality === 'good' ? null : quality);
  return (
    <div role="status" aria-live={isNews ? 'polite' : 'off'}>
      {wasBad.current && <ConnectionLine faces={faces} />}
    </div>
  );
}

/** What is odd about the own microphone; mostly nothing. */
export function OddityPlace() {
  const { perch } = useShell();
  const { oddity } = perch.room.value;
  const isNews = useIsNews(oddity);
  return (
    <div role="status" aria-live={isNews ? 'polite' : 'off'}>
      {oddity && <OddityLine oddity={oddity} />}
    </div>
  );
}
