import { useEffect } from 'preact/hooks';

/** When what has the focus goes, the row that takes its row's place gets it, else the last row, else the first that `otherwise` selects. */
export function useKeptPlace(place: { current: HTMLElement | null }, otherwise = 'button') {
  useEffect(() => {
    const element = place.current!;
    let last: { target: Element; at: number | null } | null = null;
    const rows = () => [...element.querySelectorAll('li')];
    const handleFocus = ({ target }: FocusEvent) => {
      const row = (target as Element).closest('li');
      last = { target: target as Element, at: row && rows().indexOf(row) };
    };
    const observer = new MutationObserver(() => {
      if (!last || last.target.isConnected || document.activeElement !== document.body) return;
      const row = last.at === null ? null : (rows()[last.at] ?? rows().at(-1));
      last = null;
      (row?.querySelector('button') ?? element.querySelector<HTMLElement>(otherwise))?.focus();
    });
    element.addEventListener('focusin', handleFocus);
    observer.observe(element, { childList: true, subtree: true });
    return () => {
      element.removeEventListener('focusin', handleFocus);
      observer.disconnect();
    };
  }, []);
}
