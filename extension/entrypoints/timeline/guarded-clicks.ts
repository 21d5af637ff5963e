import { signal, type ReadonlySignal } from '@preact/signals';
import { isInSight, isMeant, opacityOf, pointOf, STILL_MS, type Sight } from './guard.ts';
import { watchMovement } from './movement.ts';

export interface Guard {
  /** Whether no click would pass. */
  isRefused: ReadonlySignal<boolean>;
  /** We have put the element elsewhere ourselves; what the page does with it is seen. */
  moved(): void;
}

/** Lets only clicks through that a person has meant. */
export function guardClicks(host: HTMLElement, shadow: ShadowRoot, abort: AbortSignal): Guard {
  const isRefused = signal(false);
  let movedAt = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const sight = (): Sight => ({
    isVisible: host.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    opacity: opacityOf(host),
    stillMs: performance.now() - movedAt,
  });

  /** What the page fades or uncovers sends no event, so while we refuse we look again. */
  function look() {
    clearTimeout(timer);
    isRefused.value = host.isConnected && !isInSight(sight());
    if (isRefused.value && !abort.aborted) timer = setTimeout(look, STILL_MS);
  }

  /** Whatever else is so, nothing is clicked on the move; a page that scrolls pays for one look at its end. */
  function handleMove() {
    movedAt = performance.now();
    isRefused.value = true;
    clearTimeout(timer);
    timer = setTimeout(look, STILL_MS);
  }

  function handleClick(event: Event) {
    const click = event as MouseEvent;
    const { x, y } = pointOf(click, click.target as Element);
    const hitsHost = document.elementFromPoint(x, y) === host;
    if (isMeant({ isTrusted: click.isTrusted, hitsHost }, sight())) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    look();
  }

  const refuseUntrusted = (event: Event) => {
    if (!event.isTrusted || !isInSight(sight())) event.stopImmediatePropagation();
  };

  shadow.addEventListener('click', handleClick, { capture: true, signal: abort });
  shadow.addEventListener('input', refuseUntrusted, { capture: true, signal: abort });
  for (const type of ['pointerover', 'focusin']) shadow.addEventListener(type, look, { signal: abort });
  watchMovement(host, handleMove, abort);
  handleMove();
  abort.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return { isRefused, moved: handleMove };
}
