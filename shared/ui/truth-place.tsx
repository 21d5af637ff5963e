import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useShell } from './context.ts';
import type { Face } from './now-playing.ts';

type Fetched = typeof import('./truth/truth-lines.ts');

let fetched: Fetched | null = null;

/** Brings the lines that most people never see, once there is something to say. */
function useLines(isWanted: boolean): Fetched | null {
  const lines = useSignal(fetched);
  useEffect(() => {
    if (isWanted) void import('./truth/truth-lines.ts').then((found) => (lines.value = fetched = found));
  }, [isWanted]);
  return lines.value;
}

const AGAIN_MS = 60_000;

/** Whether something is to be read aloud: not while it comes and goes again and again. */
function useIsNews(key: string | null): boolean {
  const toldAt = useRef(new Map<string, number>());
  const now = useRef({ key: null as string | null, isNews: false });
  if (now.current.key !== key) {
    const isNews = key !== null && Date.now() - (toldAt.current.get(key) ?? 0) > AGAIN_MS;
    if (isNews) toldAt.current.set(key, Date.now());
    now.current = { key, isNews };
  }
  return now.current.isNews;
}

/** Who is cutting out. */
export function ConnectionPlace({ faces }: { faces: readonly Face[] }) {
  const { perch } = useShell();
  const { quality } = perch.room.value;
  const isBad = quality !== 'good' || faces.some((face) => face.quality !== 'good');
  const lines = useLines(isBad);
  const isNews = useIsNews(quality === 'good' ? null : 'me');
  return (
    <div role="status" aria-live={isNews ? 'polite' : 'off'}>
      {lines && <lines.ConnectionLine faces={faces} />}
    </div>
  );
}

/** What is odd about the own microphone. */
export function OddityPlace() {
  const { perch } = useShell();
  const { oddity } = perch.room.value;
  const lines = useLines(oddity !== null);
  const isNews = useIsNews(oddity);
  return (
    <div role="status" aria-live={isNews ? 'polite' : 'off'}>
      {oddity && lines && <lines.OddityLine oddity={oddity} />}
    </div>
  );
}
