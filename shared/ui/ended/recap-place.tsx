import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Perch } from '../perch.ts';

/** Who was there, fetched once a Space is over; nothing where nothing is remembered of it. */
export function RecapPlace({ recap }: { recap: NonNullable<Perch['recap']> }) {
  const fetched = useSignal<Awaited<ReturnType<typeof fetchRecap>> | null>(null);
  useEffect(() => {
    let isOver = false;
    // Without it the sentence above still stands.
    fetchRecap(recap).then(
      (found) => void (isOver || (fetched.value = found)),
      () => undefined,
    );
    return () => void (isOver = true);
  }, [recap]);
  if (!fetched.value?.found) return null;
  const { RecapView, found } = fetched.value;
  return <RecapView recap={found} />;
}

async function fetchRecap(recap: NonNullable<Perch['recap']>) {
  const [{ RecapView }, found] = await Promise.all([import('./recap-view.tsx'), recap()]);
  return { RecapView, found };
}
