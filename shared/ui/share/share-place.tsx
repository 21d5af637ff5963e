import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ShareSheetProps } from './share-sheet.tsx';

type Fetched = typeof import('./share-sheet.tsx');

let fetched: Fetched | null = null;

/** Fetches the ways to tell others of a Space, once. */
export async function fetchShareSheet(): Promise<Fetched> {
  return (fetched ??= await import('./share-sheet.tsx'));
}

/** The ways to tell others of a Space, fetched when it is first wanted. */
export function SharePlace(props: ShareSheetProps) {
  const sheet = useSignal(fetched);
  useEffect(() => {
    void fetchShareSheet().then((found) => (sheet.value = found));
  }, []);
  return sheet.value && <sheet.value.ShareSheet {...props} />;
}
