import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useWords } from '../context.ts';

/** What Chromium knows of the keyboard and its types do not. */
interface Keyboard {
  getLayoutMap(): Promise<ReadonlyMap<string, string>>;
}

/** What is written on a key of this code, in the person's own layout where the browser tells it. */
export function useKeyName(code: string): string {
  const say = useWords();
  const written = useSignal<ReadonlyMap<string, string> | null>(null);
  useEffect(() => {
    const { keyboard } = navigator as { keyboard?: Keyboard };
    keyboard?.getLayoutMap().then(
      (layout) => (written.value = layout),
      // A frame that may not ask has the plain names.
      () => undefined,
    );
  }, []);
  if (code === 'Space') return say('spaceKey');
  return written.value?.get(code)?.toUpperCase() ?? code.replace(/^(?:Key|Digit)/, '');
}
