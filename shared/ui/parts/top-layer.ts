import { useEffect } from 'preact/hooks';

/** Shows the popover and gives its button the focus; the browser gives it back at the end. */
export function useTopLayer(
  dialog: { current: HTMLElement | null },
  start: { current: HTMLElement | null },
  onClose: () => void,
) {
  useEffect(() => {
    const element = dialog.current!;
    const handleToggle = (event: Event) => {
      if ((event as ToggleEvent).newState === 'closed') onClose();
    };
    element.addEventListener('toggle', handleToggle);
    element.showPopover();
    start.current?.focus({ preventScroll: true });
    return () => element.removeEventListener('toggle', handleToggle);
  }, []);
}
