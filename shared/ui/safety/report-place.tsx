import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ReportSheetProps } from './report-sheet.tsx';

type Fetched = typeof import('./report-sheet.tsx');

let fetched: Fetched | null = null;

/** Fetches the sheet that tells the operator of somebody, once. */
export async function fetchReportSheet(): Promise<Fetched> {
  return (fetched ??= await import('./report-sheet.tsx'));
}

/** The sheet that tells the operator of somebody, fetched when it is first wanted. */
export function ReportPlace(props: ReportSheetProps) {
  const sheet = useSignal(fetched);
  useEffect(() => {
    void fetchReportSheet().then((found) => (sheet.value = found));
  }, []);
  return sheet.value && <sheet.value.ReportSheet {...props} />;
}
