import { useSignal } from '@preact/signals';
import { X } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import type { RoomState } from '#shared/schema/room.ts';
import { Announcer } from './announcer.tsx';
import { BarCard } from './bar-card.tsx';
import { BarPlayer, callOf } from './bar-player.tsx';
import { Button, RoundButton } from './button.tsx';
import { useShell, useWords } from './context.ts';
import { isInSpace } from './now-playing.ts';
import { Preview } from './preview.tsx';

const CARDS_MAX = 3;
const CARD_MIN_PX = 190;
/** Beside the player a card may be a little smaller. */
const CARD_ASIDE_MIN_PX = 170;
const PLAYER_MIN_PX = 340;
/** Edges, gaps and the button for the rest. */
const REST_PX = 96;

/** Whether the bar has anything to say; without it the page stays as it was. */
export function hasBar({ phase }: RoomState, spaces: number): boolean {
  return phase !== 'idle' || spaces > 0;
}

/** How many cards fit a bar of this width. */
function cardsFor(width: number, hasFirst: boolean): number {
  const room = width - REST_PX;
  if (!hasFirst) return Math.max(1, Math.min(CARDS_MAX, Math.floor(room / CARD_MIN_PX)));
  const aside = Math.floor((room - PLAYER_MIN_PX) / CARD_ASIDE_MIN_PX);
  return Math.max(0, Math.min(CARDS_MAX - 1, aside));
}

/** The live Spaces above a timeline, always 76 px high; the first chip is the player while in one. */
export function Bar() {
  const { perch } = useShell();
  const say = useWords();
  const bar = useRef<HTMLElement>(null);
  const width = useWidth(bar);
  const openId = useSignal<string | null>(null);
  const room = perch.room.value;
  const isIn = isInSpace(room);
  const others = perch.view.value.list.spaces.filter(({ id }) => !isIn || id !== room.spaceId);
  const shown = others.slice(0, cardsFor(width, room.phase !== 'idle'));
  const open = others.find(({ id }) => id === openId.value) ?? null;
  return (
    <section class="bar" ref={bar} aria-label={say('liveSpaces')}>
      {isIn && <BarPlayer />}
      {room.phase === 'over' && <BarEnded />}
      <ul class="bar-cards" style={{ flexGrow: shown.length }}>
        {shown.map((card) => (
          <BarCard key={card.id} card={card} openId={openId} />
        ))}
      </ul>
      {others.length > shown.length && <More count={others.length - shown.length} />}
      {open && <Preview key={open.id} card={open} onClose={() => (openId.value = null)} />}
      <Announcer also={callOf(perch.view.value, say)} />
    </section>
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
