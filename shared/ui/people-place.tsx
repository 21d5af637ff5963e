import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useWords } from './context.ts';
import { PopupPage } from './parts/popup-page.tsx';
import type { StageDesk } from './stage-desk.ts';

interface PeoplePlaceProps {
  desk: StageDesk;
  onBack: () => void;
}

const fetchPage = () => import('./people/people-page.tsx');

/** The page "People", fetched when it is first wanted. */
export function PeoplePlace(props: PeoplePlaceProps) {
  const say = useWords();
  const fetched = useSignal<Awaited<ReturnType<typeof fetchPage>> | null>(null);
  useEffect(() => {
    void fetchPage().then((page) => (fetched.value = page));
  }, []);
  if (fetched.value) return <fetched.value.PeoplePage {...props} />;
  return (
    <PopupPage title={say('people')} onBack={props.onBack}>
      {null}
    </PopupPage>
  );
}
