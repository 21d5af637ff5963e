import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PreviewSheetProps } from './preview-sheet.tsx';

type Fetched = typeof import('./preview-sheet.tsx');

let fetched: Fetched | null = null;

/** Fetches the preview of a Space, once. */
export async function fetchPreviewSheet(): Promise<Fetched> {
  return (fetched ??= await import('./preview-sheet.tsx'));
}

/** The preview of a Space, fetched when one is first wanted. */
export function PreviewPlace(props: PreviewSheetProps) {
  const sheet = useSignal(fetched);
  useEffect(() => {
    void fetchPreviewSheet().then((found) => (sheet.value = found));
  }, []);
  return sheet.value && <sheet.value.PreviewSheet {...props} />;
}
