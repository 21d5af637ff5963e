import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Role } from '#shared/schema/space.ts';
import { isolated } from '#shared/words/isolated.ts';
import { useWords } from '../context.ts';
import { mayStand, type Face } from '../now-playing.ts';
import type { WordKey } from '#shared/words/words.ts';

const SHOWN_MS = 9000;

interface News {
  key: WordKey;
  name: string;
}

interface Scene {
  role: Role | null;
  faces: readonly Face[];
  /** Who was host last, also while nobody is. */
  host?: Face | undefined;
}

/** What has changed between two moments and is worth a line. */
function newsOf(before: Scene, now: Scene): News | null {
  if (before.role !== now.role && before.role && now.role) {
    if (now.role === 'host') return { key: 'youHostNow', name: '' };
    if (now.role === 'cohost' && before.role !== 'host') return { key: 'youCohostNow', name: '' };
    if (!mayStand(now.role)) return { key: 'youListenNow', name: '' };
    if (!mayStand(before.role)) return { key: 'youSpeakNow', name: '' };
  }
  const [was, is] = [before.host, now.host];
  if (!was || !is || is.isMe || was.pid === is.pid) return null;
  // Who comes back has a new pid: somebody else is known by name, or stood there before.
  const isSomebodyElse = was.name !== is.name || before.faces.some(({ pid }) => pid === is.pid);
  return isSomebodyElse ? { key: 'hostNow', name: is.name } : null;
}

const hostOf = (faces: readonly Face[]) => faces.find(({ role }) => role === 'host');

/** One line about who has become what; it is said aloud and goes after a while. */
export function StageNews({ role, faces }: Omit<Scene, 'host'>) {
  const say = useWords();
  const news = useSignal<News | null>(null);
  const last = useRef<Scene>({ role, faces, host: hostOf(faces) });
  useEffect(() => {
    // A list that is away for a moment is no news.
    if (!faces.length) return;
    const now = { role, faces, host: hostOf(faces) ?? last.current.host };
    const found = newsOf(last.current, now);
    last.current = now;
    if (found) news.value = found;
  });
  useEffect(() => {
    const shown = news.value;
    if (!shown) return;
    // Newer news may have come in the moment before this timer is put away.
    const timer = setTimeout(() => {
      if (news.peek() === shown) news.value = null;
    }, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [news.value]);
  return (
    <p class="stage-news" role="status">
      {news.value && say(news.value.key, { name: isolated(news.value.name) })}
    </p>
  );
}
