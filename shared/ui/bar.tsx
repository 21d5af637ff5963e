import { useSignal, type ReadonlySignal, type Signal } from '@preact/signals';
import { ChevronDown, X } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import { Announcer } from './announcer.tsx';
import { BarCard } from './bar-card.tsx';
import { BarMenu } from './bar-menu.tsx';
import { BarPlayer, callOf } from './bar-player.tsx';
import { Button, RoundButton } from './button.tsx';
import { useShell, useWords } from './context.ts';
import { Icon } from './icon.tsx';
import { Mark } from './mark.tsx';
import { cardOf, isInSpace } from './now-playing.ts';
import { useKeptOrder } from './parts/kept-order.ts';
import type { Perch } from './perch.ts';
import { Preview, type Point } from './preview.tsx';

const CARDS_MAX = 3;
const CARD_MIN_PX = 190;
/** Beside the player a card may be a little smaller. */
const CARD_ASIDE_MIN_PX = 170;
const PLAYER_MIN_PX = 340;
/** Edges, gaps, the button for the rest and the menu. */
const REST_PX = 136;

/** Whole, one line after the person collapsed it, or not there. */
export type BarState = 'whole' | 'line' | 'none';

/** What of the bar a site gets: nothing where nothing is live or the person hid it. `site` is a host name. */
export function barState({ view, room }: Pick<Perch, 'view' | 'room'>, site: string, now: number): BarState {
  const { bar, list } = view.value;
  if (bar.hiddenUntil > now || bar.hiddenOn.includes(site)) return 'none';
  const isQuiet = room.value.phase === 'idle' && list.spaces.length === 0;
  if (isQuiet && !bar.always) return 'none';
  return bar.collapsed ? 'line' : 'whole';
}

/** How many cards fit a bar of this width. */
function cardsFor(width: number, hasFirst: boolean): number {
  const room = width - REST_PX;
  if (!hasFirst) return Math.max(1, Math.min(CARDS_MAX, Math.floor(room / CARD_MIN_PX)));
  const aside = Math.floor((room - PLAYER_MIN_PX) / CARD_ASIDE_MIN_PX);
  return Math.max(0, Math.min(CARDS_MAX - 1, aside));
}

export interface BarProps {
  state: ReadonlySignal<BarState>;
  /** The Space whose preview is open. */
  openId: Signal<string | null>;
  /** Where it stands when it was not opened by a card. */
  openAt: ReadonlySignal<Point | null>;
}

/** The live Spaces above a timeline, and the preview of one, which can stand alone. */
export function Bar({ state, openId, openAt }: BarProps) {
  const { perch } = useShell();
  const say = useWords();
  const open = perch.view.value.list.spaces.find(({ id }) => id === openId.value) ?? null;
  const isCollapsed = state.value === 'line';
  return (
    <section class="bar" aria-label={say('liveSpaces')} hidden={state.value === 'none' && !open}>
      {isCollapsed && <BarLine />}
      {state.value === 'whole' && <BarCards openId={openId} />}
      {open && <Preview key={open.id} card={open} at={openAt.value} onClose={() => (openId.value = null)} />}
      <Announcer also={callOf(perch.view.value, say)} />
    </section>
  );
}

/** Always 76 px high; the first chip is the player while in a Space. */
function BarCards({ openId }: Pick<BarProps, 'openId'>) {
  const { perch } = useShell();
  const bar = useRef<HTMLDivElement>(null);
  const width = useWidth(bar);
  const room = perch.room.value;
  const isIn = isInSpace(room);
  const { list } = perch.view.value;
  const mine = isIn ? cardOf(perch.view.value, room) : null;
  const others = useKeptOrder(
    list.spaces.filter((card) => card !== mine),
    bar.current?.parentElement,
  );
  const shown = others.slice(0, cardsFor(width, room.phase !== 'idle'));
  return (
    <div class="bar-row" ref={bar}>
      {isIn && <BarPlayer />}
      {room.phase === 'over' && <BarEnded />}
      {room.phase === 'idle' && list.spaces.length === 0 && <BarQuiet />}
      <ul class="bar-cards" style={{ flexGrow: shown.length }}>
        {shown.map((card) => (
          <BarCard key={card.id} card={card} openId={openId} />
        ))}
      </ul>
      {others.length > shown.length && <More count={others.length - shown.length} />}
      <BarMenu />
    </div>
  );
}

/** All that is left of a collapsed bar: what is live, and the way back. */
function BarLine() {
  const { perch, deeds } = useShell();
  const say = useWords();
  const room = perch.room.value;
  const { spaces } = perch.view.value.list;
  const line = isInSpace(room) ? room.title : say('spacesLive', { n: spaces.length });
  return (
    <Button
      look="bare"
      class="bar-line"
      aria-label={say('expandBar', { line })}
      aria-expanded={false}
      onClick={() => void deeds.run('collapse', () => perch.bar!.collapse(false))}
    >
      <Mark />
      <bdi class="chip-title" dir="auto">
        {line}
      </bdi>
      <Icon of={ChevronDown} size={18} />
    </Button>
  );
}

function BarQuiet() {
  const { perch, deeds } = useShell();
  const say = useWords();
  const isLoading = perch.view.value.list.status === 'loading';
  return (
    <div class="bar-quiet">
      <span class="chip-line">{say(isLoading ? 'loadingSpaces' : 'nothingLive')}</span>
      {!isLoading && (
        <Button look="quiet" class="small" onClick={() => void deeds.run('popup', perch.openPopup)}>
          {say('hostASpace')}
        </Button>
      )}
    </div>
  );
}

function More({ count }: { count: number }) {
  const { perch, deeds } = useShell();
  const say = useWords();
  const label = say('moreSpaces', { n: count });
  const hasFailed = deeds.problem.value?.deed === 'popup';
  return (
    <Button
      look="bare"
      class="bar-more"
      aria-label={label}
      title={hasFailed ? say('openFromToolbar') : label}
      onClick={() => void deeds.run('popup', perch.openPopup)}
    >
      +{count}
    </Button>
  );
}

/** One line where the player was, until it is put away. */
function BarEnded() {
  const { perch, deeds } = useShell();
  const say = useWords();
  const { title, ended, fault } = perch.room.value;
  const why = ended ? say(`ended_${ended}`) : fault ? say(`faultHelp_${fault}`) : say('stillLive');
  const what = fault && !ended ? say(`fault_${fault}`) : say('hasEnded', { title });
  return (
    <div class="chip bar-ended" role="alert">
      <span class="chip-text">
        <b class="chip-title">{title ? what : say('spaceHasEnded')}</b>
        <span class="chip-line">{why}</span>
      </span>
      <RoundButton icon={X} label={say('close')} onClick={() => void deeds.run('dismiss', perch.dismiss)} />
    </div>
  );
}

function useWidth(element: { current: HTMLElement | null }): number {
  const width = useSignal(600);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      if (entry) width.value = Math.round(entry.contentRect.width);
    });
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, []);
  return width.value;
}
