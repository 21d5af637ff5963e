import { useEffect } from 'preact/hooks';

/**
 * Shows the popover and gives its button the focus; the browser gives it back at the end. It stands below what opened it, also
 * in browsers without anchors: Firefox before 147, Chromium before 125.
 */
export function useTopLayer(
  dialog: { current: HTMLElement | null },
  start: { current: HTMLElement | null },
  onClose: () => void,
) {
  useEffect(() => {
    const element = dialog.current!;
    element.ontoggle = (event) => {
      if ((event as ToggleEvent).newState === 'closed') onClose();
    };
    const opener = element.parentElement!.querySelector('[aria-expanded=true]') ?? element;
    const { left, bottom } = opener.getBoundingClientRect();
    element.style.inset = `${bottom}px auto auto ${left}px`;
    element.showPopover();
    start.current?.focus({ preventScroll: true });
  }, []);
}
