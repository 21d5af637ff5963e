import { useEffect } from 'preact/hooks';
import { useShell } from './context.ts';

/** Asks for loudness while something on the screen draws it. */
export function useLevels() {
  const { perch } = useShell();
  useEffect(() => {
    perch.watchLevels(true);
    return () => perch.watchLevels(false);
  }, [perch]);
}
