import './account.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SignInWish } from '#shared/schema/sign-in.ts';
import { Button } from '../button.tsx';
import { SignInContext, useShell, useWords } from '../context.ts';
import { PopupPage } from '../parts/popup-page.tsx';
import type { AccountDesk } from './account-desk.ts';
import { Essentials } from './essentials.tsx';
import { MergeSheet } from './merge-sheet.tsx';
import { DoneNews, FailedNews, UnderWay, type Done } from './news.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { useMe } from './use-me.ts';

interface AccountPageProps {
  desk: AccountDesk;
  /** Where the person wanted to go when they were led here. */
  next: 'list' | 'form';
  onBack: () => void;
  onNext: (next: 'list' | 'form') => void;
}

/** Signing in, and the account once that is done. */
export function AccountPage({ desk, next, onBack, onNext }: AccountPageProps) {
  const { perch, deeds } = useShell();
  const say = useWords();
  const me = useMe(desk);
  const isAdding = useSignal(false);
  const { signedIn, signedOut } = perch.view.value;
  const news = desk.news.value;
  const done = useDone(desk);
  const isDone = done !== null && !signedOut;
  useEffect(() => {
    if (isDone) isAdding.value = false;
  }, [isDone]);
  const forget = () => {
    deeds.forget();
    if (news && news.is !== 'under-way') void desk.forgetSignIn();
  };
  const leave = (act: () => void) => () => {
    forget();
    act();
  };
  const isAccount = (isDone || (signedIn && !signedOut)) && !isAdding.value && news?.is !== 'under-way';
  const back = isAdding.value ? () => (isAdding.value = false) : onBack;
  const hasOwnFocus = isDone || news?.is === 'taken' || (!isAccount && !news);
  const title = isAccount ? 'account' : isAdding.value ? 'addAccount' : 'signIn';
  return (
    <SignInContext.Provider value={null}>
      <PopupPage key={title} title={say(title)} onBack={leave(back)} hasOwnFocus={hasOwnFocus}>
        <div class="account">
          {news?.is === 'under-way' && (
            <UnderWay desk={desk} wish={news.wish} onCancel={forgetAlways(desk)} />
          )}
          {isDone && (
            <DoneNews news={done}>
              <Button look="primary" onClick={leave(() => onNext(nextOf(done.wish, next)))}>
                {say(nextOf(done.wish, next) === 'form' ? 'hostASpace' : 'signedInGo')}
              </Button>
            </DoneNews>
          )}
          {news?.is === 'failed' && isAccount && (
            <FailedNews fault={news.fault} retryAfter={news.retryAfter} />
          )}
          {isAccount && <Essentials desk={desk} me={me} onAdd={() => (isAdding.value = true)} />}
          {!isAccount && news?.is !== 'under-way' && (
            <Introduce desk={desk} next={next} isAdding={isAdding.value} onGuest={leave(onBack)} />
          )}
          {news?.is === 'taken' && <MergeSheet desk={desk} news={news} />}
        </div>
      </PopupPage>
    </SignInContext.Provider>
  );
}

/** What a sign-in brought: seen once it stands here, so that the next popup is about something else. */
function useDone(desk: AccountDesk): Done | null {
  const seen = useSignal<Done | null>(null);
  const { value: news } = desk.news;
  useEffect(() => {
    if (news?.is === 'done') {
      seen.value = news;
      void desk.forgetSignIn();
    } else if (news) seen.value = null;
  }, [news]);
  return news?.is === 'done' ? news : news ? null : seen.value;
}

const forgetAlways = (desk: AccountDesk) => () => void desk.forgetSignIn();
const nextOf = (wish: SignInWish, next: 'list' | 'form') => (wish.next === 'form' ? 'form' : next);

interface IntroduceProps {
  desk: AccountDesk;
  next: 'list' | 'form';
  isAdding: boolean;
  onGuest: () => void;
}

/** Who one could be, with what stood in the way so far. */
function Introduce({ desk, next, isAdding, onGuest }: IntroduceProps) {
  const { perch } = useShell();
  const say = useWords();
  const news = desk.news.value;
  const { signedOut } = perch.view.value;
  const failed = news?.is === 'failed' ? news : null;
  const needed = news?.is === 'needed' ? news.fault : signedOut ? 'unauthenticated' : null;
  const fault = failed?.fault ?? needed;
  const handleGuest = () => {
    if (signedOut) void desk.beGuest();
    onGuest();
  };
  return (
    <>
      {fault && <FailedNews fault={fault} retryAfter={failed?.retryAfter} />}
      {!fault && !isAdding && <p class="sign-in-lead">{say('signInLead')}</p>}
      <p class="sign-in-note">{say('signInSees')}</p>
      <SignInForm
        desk={desk}
        next={next}
        last={failed?.wish}
        hasFocus={!fault}
        onGuest={isAdding ? undefined : handleGuest}
      />
    </>
  );
}
