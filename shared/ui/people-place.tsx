import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useWords } from './context.ts';
import { PopupPage } from './parts/popup-page.tsx';
import type { PeoplePageProps } from './people/people-page.tsx';

type Fetched = typeof import('./people/people-page.tsx');

let fetched: Fetched | null = null;

/** Fetches the page "People", once. */
export async function fetchPeoplePage(): Promise<Fetched> {
  return (fetched ??= await import('./people/people-page.tsx'));
}

/** The page "People", fetched when it is first wanted. */
export function PeoplePlace(props: PeoplePageProps) {
  const say = useWords();
  const page = useSignal(fetched);
  useEffect(() => {
    void fetchPeoplePage().then((found) => (page.value = found));
  }, []);
  if (page.value) return <page.value.PeoplePage {...props} />;
  return (
    <PopupPage title={say('people')} onBack={props.onBack}>
      {null}
    </PopupPage>
  );
}
