import { useSignal } from '@preact/signals';
import type { IconNode } from 'lucide';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Button, RoundButton } from '../button.tsx';
import { Icon } from '../icon.tsx';
import { useOutside } from './outside.ts';

const GAP_PX = 2;
const EDGE_PX = 8;

interface MenuItem {
  key: string;
  label: string;
  icon: IconNode;
  isGrave?: boolean;
  onChoose: () => void;
}

interface Place {
  current: HTMLElement | null;
}

interface MenuProps {
  icon: IconNode;
  label: string;
  items: readonly MenuItem[];
}

/** A round button with a menu: arrows move, Enter chooses, Escape and Tab close it. */
export function Menu({ icon, label, items }: MenuProps) {
  const id = useId();
  const from = useSignal<'first' | 'last' | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = (keepsFocus: boolean) => {
    from.value = null;
    if (keepsFocus) button.current?.focus();
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    from.value = event.key === 'ArrowDown' ? 'first' : 'last';
  };
  return (
    <span class="menu-place">
      <RoundButton
        icon={icon}
        label={label}
        buttonRef={button}
        aria-haspopup="menu"
        aria-expanded={from.value !== null}
        aria-controls={id}
        onClick={() => (from.value = from.value ? null : 'first')}
        onKeyDown={handleKeyDown}
      />
      {from.value && (
        <MenuList id={id} label={label} items={items} from={from.value} button={button} close={close} />
      )}
    </span>
  );
}

interface MenuListProps extends Omit<MenuProps, 'icon'> {
  id: string;
  from: 'first' | 'last';
  button: Place;
  close: (keepsFocus: boolean) => void;
}

function MenuList({ id, label, items, from, button, close }: MenuListProps) {
  const menu = useRef<HTMLDivElement>(null);
  usePlace(menu, button);
  useOutside([menu, button], () => close(false));
  useLayoutEffect(
    () =>
      focusable(menu)
        .at(from === 'first' ? 0 : -1)
        ?.focus(),
    [],
  );
  return (
    <div
      id={id}
      class="menu"
      role="menu"
      aria-label={label}
      ref={menu}
      onKeyDown={(event) => handleKeys(event, focusable(menu), close)}
    >
      {items.map((item) => (
        <Button
          key={item.key}
          look="bare"
          class={item.isGrave ? 'menu-item menu-grave' : 'menu-item'}
          role="menuitem"
          tabIndex={-1}
          onClick={() => {
            close(true);
            item.onChoose();
          }}
        >
          <Icon of={item.icon} size={18} />
          {item.label}
        </Button>
      ))}
    </div>
  );
}

const focusable = (menu: Place) => [
  ...(menu.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? []),
];

function handleKeys(event: KeyboardEvent, items: HTMLElement[], close: MenuListProps['close']) {
  if (event.key === 'Tab') return close(false);
  const at = items.indexOf(event.target as HTMLElement);
  const next: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
  const to = next[event.key];
  if (to === undefined && event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  if (to === undefined) close(true);
  else items.at(to === items.length ? 0 : to)?.focus();
}

/** Below the button, or above where it fits only there, and whole in the window whatever scrolls around it. */
function usePlace(menu: Place, button: Place) {
  useLayoutEffect(() => {
    const { style, offsetHeight } = menu.current!;
    const { top, bottom, left, right } = button.current!.getBoundingClientRect();
    const below = bottom + GAP_PX;
    const above = top - GAP_PX - offsetHeight;
    const lowest = innerHeight - EDGE_PX - offsetHeight;
    const at = below <= lowest || above < EDGE_PX ? Math.min(below, lowest) : above;
    style.top = `${Math.max(EDGE_PX, at)}px`;
    if (menu.current!.matches(':dir(rtl)')) style.left = `${left}px`;
    else style.right = `${document.documentElement.clientWidth - right}px`;
  }, []);
}
