import { useEffect } from 'preact/hooks';

/** When a row of a list goes with the focus in it, the row that takes its place gets it, else the last one, else the first button. */
export function useKeptPlace(place: { current: HTMLElement | null }) {
  useEffect(() => {
    const element = place.current!;
    let last: { target: Element; at: number } | null = null;
    const rows = () => [...element.querySelectorAll('li')];
    const handleFocus = ({ target }: FocusEvent) => {
      const row = (target as Element).closest('li');
      last = { target: target as Element, at: row ? rows().indexOf(row) : 0 };
    };
    const observer = new MutationObserver(() => {
      if (!last || last.target.isConnected || document.activeElement !== document.body) return;
      const row = rows()[last.at] ?? rows().at(-1);
      last = null;
      (row?.querySelector('button') ?? element.querySelector('button'))?.focus();
    });
    element.addEventListener('focusin', handleFocus);
    observer.observe(element, { childList: true, subtree: true });
    return () => {
      element.removeEventListener('focusin', handleFocus);
      observer.disconnect();
    };
  }, []);
}
