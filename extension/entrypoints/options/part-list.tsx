import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Say } from '#shared/ui/context.ts';
import type { WordKey } from '#shared/words/words.ts';
import { PARTS, type PartName } from './section.tsx';

const NAMES: Record<PartName, WordKey> = {
  account: 'account',
  servers: 'servers',
  sites: 'sites',
  bar: 'bar',
  sound: 'soundAndDevices',
  shortcuts: 'shortcuts',
  language: 'language',
  privacy: 'privacy',
  follows: 'followsTitle',
  blocked: 'blockedPeople',
  files: 'files',
  health: 'health',
  about: 'about',
};

const isPart = (name: string): name is PartName => (PARTS as readonly string[]).includes(name);

/** The part that the person reads: the last one that has reached the upper third of the window. */
function partInView(): PartName {
  const isAtEnd = scrollY > 0 && innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
  const reached = PARTS.filter((part) => {
    const place = document.getElementById(part);
    return place !== null && place.getBoundingClientRect().top <= innerHeight / 3;
  });
  return isAtEnd ? PARTS.at(-1)! : (reached.at(-1) ?? PARTS[0]);
}

/** Follows where the person reads; a part that they asked for counts until they scroll on by themselves. */
function usePart() {
  const current = useSignal<PartName>(PARTS[0]);
  useEffect(() => {
    const gone = new AbortController();
    const { signal } = gone;
    let asked: PartName | null = null;
    const look = () => (current.value = asked ?? partInView());
    const jump = () => {
      const name = location.hash.slice(1);
      asked = isPart(name) ? name : null;
      look();
    };
    const forget = () => (asked = null);
    addEventListener('scroll', look, { signal, passive: true });
    addEventListener('resize', look, { signal });
    addEventListener('hashchange', jump, { signal });
    for (const type of ['wheel', 'touchmove', 'keydown'])
      addEventListener(type, forget, { signal, passive: true });
    // The browser looked for the place before the page was drawn.
    const first = location.hash.slice(1);
    if (isPart(first)) document.getElementById(first)?.scrollIntoView();
    jump();
    return () => gone.abort();
  }, []);
  return current;
}

/** Leads to every part; beside the page where there is room, above it elsewhere. */
export function PartList({ say: t }: { say: Say }) {
  const current = usePart();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const link = list.current?.querySelector<HTMLElement>('[aria-current]');
    // Sideways alone: the page itself stays where the person scrolled it to.
    if (link) list.current?.scrollTo({ left: link.offsetLeft - list.current.clientWidth / 3 });
  }, [current.value]);
  return (
    <nav class="part-list" aria-label={t('settingsParts')}>
      <ul ref={list}>
        {PARTS.map((part) => (
          <li key={part}>
            <a href={`#${part}`} aria-current={current.value === part ? 'true' : undefined}>
              {t(NAMES[part])}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
