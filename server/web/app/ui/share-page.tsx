import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { AccountButton } from '#shared/ui/account/account-button.tsx';
import { AccountPlace } from '#shared/ui/account/account-place.tsx';
import { Announcer } from '#shared/ui/announcer.tsx';
import { SignInContext, useShell } from '#shared/ui/context.ts';
import { Mark } from '#shared/ui/mark.tsx';
import { PeoplePage } from '#shared/ui/people/people-page.tsx';
import { JoinQuestion } from '#shared/ui/safety/join-question.tsx';
import { useIsSettled } from '#shared/ui/settled.ts';
import { Invitation } from '#shared/ui/speak/invitation.tsx';
import { StageAloud } from '#shared/ui/stage/stage-aloud.tsx';
import { PageFoot } from './page-foot.tsx';
import { Offer } from './offer.tsx';
import { SpacePlace } from './space-place.tsx';

/** The page of one Space: who is there, the way in, and the player once one is in. */
export function SharePage() {
  const { perch, deeds } = useShell();
  const place = useSignal<Place>('front');
  const from = useRef<Place | null>(null);
  const isIn = useIsSettled();
  const { desk, account } = perch;
  const { signIn } = perch.view.value;
  useEffect(() => {
    if (!isIn && place.peek() === 'people') place.value = 'front';
  }, [isIn]);
  // The browser comes back from the network with something to say.
  useEffect(() => {
    if (signIn && account) place.value = 'account';
  }, [signIn]);
  const go = (to: Place) => {
    deeds.forget();
    from.current = place.value;
    place.value = to;
  };
  const back = () => go('front');
  return (
    <SignInContext.Provider value={account && (() => go('account'))}>
      <main class="page">
        {isIn && place.value === 'people' && (
          <div class="page-card">
            <PeoplePage desk={desk!} onBack={back} />
          </div>
        )}
        {account && place.value === 'account' && (
          <div class="page-card">
            <AccountPlace open={account} next="list" onBack={back} onNext={back} />
          </div>
        )}
        {place.value === 'front' && <Front isIn={isIn} from={from.current} go={go} />}
        {isIn && <Invitation desk={desk!} />}
        <JoinQuestion />
        <Announcer />
        {isIn && <StageAloud />}
      </main>
    </SignInContext.Provider>
  );
}

type Place = 'front' | 'people' | 'account';

interface FrontProps {
  isIn: boolean;
  /** Where the person comes back from; null when they came here first. */
  from: Place | null;
  go: (to: Place) => void;
}

function Front({ isIn, from, go }: FrontProps) {
  const { perch } = useShell();
  const front = useRef<HTMLDivElement>(null);
  useKeptFocus(front, isIn, from);
  return (
    <div class="page-front" ref={front}>
      <header class="page-brand">
        <Mark />
        <h1>Perch</h1>
        {perch.account && <AccountButton onClick={() => go('account')} />}
      </header>
      <SpacePlace isIn={isIn} onPeople={() => go('people')} />
      <Offer />
      <PageFoot />
    </div>
  );
}

/** What led away has the focus again; when what had it is gone, the Space's title gets it. */
function useKeptFocus(front: { current: HTMLElement | null }, isIn: boolean, from: Place | null) {
  const wasIn = useRef(isIn);
  const focus = (selector: string) => front.current?.querySelector<HTMLElement>(selector)?.focus();
  useEffect(() => {
    if (from === 'account') focus('[data-opens="account"]');
    else if (from) focus(isIn ? '[data-opens="people"]' : 'h2[tabindex]');
  }, []);
  useEffect(() => {
    if (wasIn.current === isIn) return;
    wasIn.current = isIn;
    if (document.activeElement === document.body) focus('h2[tabindex]');
  }, [isIn]);
}
