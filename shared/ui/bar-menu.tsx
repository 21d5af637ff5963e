import { useSignal } from '@preact/signals';
import { Ellipsis } from 'lucide';
import { useRef } from 'preact/hooks';
import type { WordKey } from '#shared/words/words.ts';
import { Button, RoundButton } from './button.tsx';
import { useShell, useWords } from './context.ts';
import type { BarDesk } from './perch.ts';
import { useTopLayer } from './parts/top-layer.ts';

const CHOICES: readonly [WordKey, (bar: BarDesk) => ReturnType<BarDesk['hideToday']>][] = [
  ['collapseBar', (bar) => bar.collapse(true)],
  ['hideBarToday', (bar) => bar.hideToday()],
  ['hideBarHere', (bar) => bar.hideHere()],
];

/** How a person makes the bar smaller or sends it away. */
export function BarMenu() {
  const say = useWords();
  const isOpen = useSignal(false);
  return (
    <span class="bar-choices">
      <RoundButton
        icon={Ellipsis}
        label={say('barMenu')}
        aria-haspopup="menu"
        aria-expanded={isOpen.value}
        onClick={() => (isOpen.value = !isOpen.value)}
      />
      {isOpen.value && <Choices onClose={() => (isOpen.value = false)} />}
    </span>
  );
}

function Choices({ onClose }: { onClose: () => void }) {
  const { perch, deeds } = useShell();
  const say = useWords();
  const menu = useRef<HTMLDivElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  useTopLayer(menu, first, onClose);
  const handleKeyDown = ({ key, target }: KeyboardEvent) => {
    const items = [...menu.current!.querySelectorAll<HTMLElement>('button')];
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step) items.at((items.indexOf(target as HTMLElement) + step) % items.length)?.focus();
    if (key === 'Tab') menu.current!.hidePopover();
  };
  return (
    <div
      class="bar-menu"
      ref={menu}
      popover="auto"
      role="menu"
      aria-label={say('barMenu')}
      onKeyDown={handleKeyDown}
    >
      {CHOICES.map(([key, act], at) => (
        <Button
          key={key}
          look="bare"
          role="menuitem"
          tabIndex={-1}
          buttonRef={at === 0 ? first : undefined}
          onClick={() => {
            menu.current!.hidePopover();
            void deeds.run(key, () => act(perch.bar!));
          }}
        >
          {say(key)}
        </Button>
      ))}
    </div>
  );
}
