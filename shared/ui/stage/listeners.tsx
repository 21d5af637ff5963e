import type { ShownListener } from '#shared/schema/stage.ts';
import { Avatar } from '../avatar.tsx';
import { useWords } from '../context.ts';

const CHIPS_MAX = 12;

interface ListenersProps {
  shown: readonly ShownListener[];
  /** All who listen, named or not. */
  count: number;
  myPid: string | null;
}

/** Those who listen with their name, small, and how many others there are. */
export function Listeners({ shown, count, myPid }: ListenersProps) {
  const say = useWords();
  const named = shown.slice(0, CHIPS_MAX);
  const others = Math.max(0, count - named.length);
  if (!named.length && !others) return null;
  return (
    <div class="listeners">
      {named.length > 0 && (
        <ul class="listeners-named" aria-label={say('group_listener')}>
          {named.map(({ pid, name }) => (
            <li key={pid} class="listener">
              <Avatar id={pid} name={name} />
              <bdi class="listener-name" dir="auto">
                {pid === myPid ? say('you') : name}
              </bdi>
            </li>
          ))}
        </ul>
      )}
      {others > 0 && <p class="listeners-more">{say('moreListeners', { n: others })}</p>}
    </div>
  );
}
