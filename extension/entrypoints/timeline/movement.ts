/** One percent of our height is less than a pixel. */
const STEPS = Array.from({ length: 101 }, (_, step) => step / 100);

function isSame(a: DOMRectReadOnly, b: DOMRectReadOnly): boolean {
  return (
    Math.abs(a.top - b.top) < 0.5 &&
    Math.abs(a.left - b.left) < 0.5 &&
    Math.abs(a.width - b.width) < 0.5 &&
    Math.abs(a.height - b.height) < 0.5
  );
}

/** Margins that cut the viewport down to the rectangle, so that any step out of it is an intersection. */
function marginsTo({ top, left, bottom, right, width }: DOMRectReadOnly, viewport: DOMRectReadOnly): string {
  if (width === 0) return '0px';
  const edges = [top, viewport.right - right, viewport.bottom - bottom, left];
  return edges.map((edge) => `${-Math.floor(edge)}px`).join(' ');
}

/** Once something moves, it is enough to look so often until it stands: less than a click has to wait for. */
const MOVING_MS = 100;

/** Calls back whenever the element has moved or changed its size, however that came about. Never has the page lay itself out for that. */
export function watchMovement(element: Element, onMove: () => void, signal: AbortSignal): void {
  let observer: IntersectionObserver | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function observe(options: IntersectionObserverInit, onEntry: (entry: IntersectionObserverEntry) => void) {
    observer?.disconnect();
    observer = new IntersectionObserver(([entry]) => entry && onEntry(entry), options);
    observer.observe(element);
  }

  /** One look at where things are, then none until they are elsewhere. */
  function lookAround() {
    observe({}, ({ boundingClientRect: place, rootBounds }) => {
      const rootMargin = rootBounds ? marginsTo(place, rootBounds) : '0px';
      observe({ rootMargin, threshold: STEPS }, (entry) => {
        if (isSame(entry.boundingClientRect, place)) return;
        observer?.disconnect();
        onMove();
        timer = setTimeout(lookAround, MOVING_MS);
      });
    });
  }

  lookAround();
  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(timer);
      observer?.disconnect();
    },
    { once: true },
  );
}
