import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import { render } from 'preact';
import { Bar, barState, type BarState } from '#shared/ui/bar.tsx';
import { RefusedContext, ShellContext } from '#shared/ui/context.ts';
import { createDeeds } from '#shared/ui/deeds.ts';
import type { Perch } from '#shared/ui/perch.ts';
import type { Point } from '#shared/ui/preview.tsx';
import { createHost, setStyle, type Host } from './host.ts';
import { guardClicks } from './guarded-clicks.ts';

/** Whole, as the line that it was collapsed to, and as the bearer of a dialog alone. */
const HEIGHTS: Record<BarState, string> = { whole: '76px', line: '33px', none: '0px' };

export interface MountedBar extends Host {
  /** Whether the person's choices and the list let it stand here. */
  isWanted: ReadonlySignal<boolean>;
  /** The Space whose preview is open. */
  openId: ReadonlySignal<string | null>;
  /** Shows the preview of a live Space, also where the bar has no place. */
  open(spaceId: string, at: Point): void;
  /** Told where it stands: in its place, or in the page's body for a preview alone. */
  setPlaced(place: { isCarried: boolean }): void;
}

/** Makes the bar of a page; others put it into the page and take it away. */
export function makeBar(
  perch: Perch,
  { site, sheet }: { site: string; sheet: CSSStyleSheet },
  abort: AbortSignal,
): MountedBar {
  const made = createHost('perch-bar', { sheet, catalogue: perch.catalogue }, abort);
  const { host, shadow, paper } = made;
  const { isRefused, moved } = guardClicks(host, shadow, abort);
  const isCarried = signal(false);
  const openId = signal<string | null>(null);
  const openAt = signal<Point | null>(null);
  const now = signal(Date.now());
  const state = computed(() => barState(perch, site, now.value));
  const shown = computed(() => (isCarried.value ? 'none' : state.value));

  const stops = [
    effect(() => setStyle(host, { height: HEIGHTS[shown.value] })),
    effect(() => void (openId.value ?? (openAt.value = null))),
    // A bar that is hidden for today comes back by itself.
    effect(() => {
      const ms = perch.view.value.bar.hiddenUntil - Date.now();
      const timer = ms > 0 ? setTimeout(() => (now.value = Date.now()), ms) : undefined;
      return () => clearTimeout(timer);
    }),
  ];
  render(
    <ShellContext.Provider value={{ perch, deeds: createDeeds() }}>
      <RefusedContext.Provider value={isRefused}>
        <Bar state={shown} openId={openId} openAt={openAt} />
      </RefusedContext.Provider>
    </ShellContext.Provider>,
    paper,
  );
  abort.addEventListener(
    'abort',
    () => {
      for (const stop of stops) stop();
      render(null, paper);
    },
    { once: true },
  );
  return {
    ...made,
    openId,
    isWanted: computed(() => state.value !== 'none'),
    open(spaceId, at) {
      openAt.value = at;
      openId.value = spaceId;
    },
    setPlaced({ isCarried: on }) {
      moved();
      isCarried.value = on;
      if (on) setStyle(host, { position: 'fixed' });
      else host.style.removeProperty('position');
    },
  };
}
