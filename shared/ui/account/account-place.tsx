import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useShell, useWords } from '../context.ts';
import { PopupPage } from '../parts/popup-page.tsx';
import type { AccountDesk } from './account-desk.ts';

interface AccountPlaceProps {
  open: () => Promise<AccountDesk>;
  next: 'list' | 'form';
  onBack: () => void;
  onNext: (next: 'list' | 'form') => void;
}

/** The page of the account, fetched when it is first wanted. */
export function AccountPlace({ open, ...page }: AccountPlaceProps) {
  const { perch } = useShell();
  const say = useWords();
  const fetched = useSignal<Awaited<ReturnType<typeof fetchPage>> | null>(null);
  useEffect(() => {
    void fetchPage(open).then((all) => (fetched.value = all));
  }, []);
  if (!fetched.value) {
    return (
      <PopupPage title={say(perch.view.value.signedIn ? 'account' : 'signIn')} onBack={page.onBack}>
        {null}
      </PopupPage>
    );
  }
  const { AccountPage, desk } = fetched.value;
  return <AccountPage desk={desk} {...page} />;
}

async function fetchPage(open: () => Promise<AccountDesk>) {
  const [{ AccountPage }, desk] = await Promise.all([import('./account-page.tsx'), open()]);
  return { AccountPage, desk };
}
