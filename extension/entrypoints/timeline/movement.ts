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
function marginsTo({ top, left, bottom, right, width }: DOMRectReadOnly): string {
  if (width === 0) return '0px';
  const { clientWidth, clientHeight } = document.documentElement;
  const edges = [top, clientWidth - right, clientHeight - bottom, left];
  return edges.map((edge) => `${-Math.floor(edge)}px`).join(' ');
}

/** Calls back whenever the element has moved or changed its size, however that came about. */
export function watchMovement(element: Element, onMove: () => void, signal: AbortSignal): void {
  let observer: IntersectionObserver | null = null;

  function lookFrom(place: DOMRectReadOnly) {
    observer?.disconnect();
    if (signal.aborted) return;
    observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry || isSame(entry.boundingClientRect, place)) return;
        onMove();
        lookFrom(entry.boundingClientRect);
      },
      { rootMargin: marginsTo(place), threshold: STEPS },
    );
    observer.observe(element);
  }

  lookFrom(element.getBoundingClientRect());
  signal.addEventListener('abort', () => observer?.disconnect(), { once: true });
}
