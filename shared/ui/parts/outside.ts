import { useEffect } from 'preact/hooks';

/** Calls back for a press anywhere but in these. */
export function useOutside(inside: readonly { current: HTMLElement | null }[], onOutside: () => void) {
  useEffect(() => {
    const handlePress = ({ target }: Event) => {
      if (!inside.some((ref) => ref.current?.contains(target as Node))) onOutside();
    };
    document.addEventListener('pointerdown', handlePress);
    return () => document.removeEventListener('pointerdown', handlePress);
  }, []);
}
