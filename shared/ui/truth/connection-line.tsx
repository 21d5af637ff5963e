import './connection-line.css';
import { WifiOff } from 'lucide';
import { useRef } from 'preact/hooks';
import type { RoomState } from '#shared/schema/room.ts';
import { isolated } from '#shared/words/isolated.ts';
import { useShell, useWords, type Say } from '../context.ts';
import { Icon } from '../icon.tsx';
import type { Face } from '../now-playing.ts';
import { useNow } from '../ticking.ts';
import { Cuts } from './cuts.ts';

const ME = 'me';
const NAMED = 2;

/** Whose sound stutters now. Of somebody muted there is none. */
function badOf({ quality }: RoomState, faces: readonly Face[]): ReadonlySet<string> {
  const others = faces.filter((face) => !face.isMe && !face.muted && face.quality !== 'good');
  return new Set([...(quality === 'good' ? [] : [ME]), ...others.map(({ pid }) => pid)]);
}

/** What to say of the connections, if anything: a person's own explains all that they hear. */
export function connectionLineOf(
  cutting: ReadonlySet<string>,
  { room, faces, say, language }: { room: RoomState; faces: readonly Face[]; say: Say; language: string },
): string | null {
  if (room.phase !== 'live') return null;
  if (cutting.has(ME)) return say(room.microphone === 'on' ? 'youCutOut' : 'connectionIsWeak');
  const names = faces.filter(({ pid }) => cutting.has(pid)).map(({ name }) => isolated(name));
  if (names.length === 0) return null;
  const rest = names.length - NAMED;
  const parts = rest > 0 ? [...names.slice(0, NAMED), say('andOthers', { n: rest })] : names;
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
  return say('cuttingOut', { names: list, n: names.length });
}

/** Who is cutting out, in a line; nothing while all goes well. */
export function ConnectionLine({ faces }: { faces: readonly Face[] }) {
  const { perch } = useShell();
  const say = useWords();
  const cuts = useRef(new Cuts());
  const room = perch.room.value;
  const { language } = perch.catalogue.value;
  const cutting = cuts.current.next(badOf(room, faces), Date.now());
  useNow(cuts.current.isWavering);
  const line = connectionLineOf(cutting, { room, faces, say, language });
  if (!line) return null;
  return (
    <p class="connection-line">
      <Icon of={WifiOff} size={16} />
      <span>{line}</span>
    </p>
  );
}
