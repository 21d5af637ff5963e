import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Announcer } from '#shared/ui/announcer.tsx';
import { useShell } from '#shared/ui/context.ts';
import { Mark } from '#shared/ui/mark.tsx';
import { PeoplePage } from '#shared/ui/people/people-page.tsx';
import { JoinQuestion } from '#shared/ui/safety/join-question.tsx';
import { useIsSettled } from '#shared/ui/settled.ts';
import { Invitation } from '#shared/ui/speak/invitation.tsx';
import { StageAloud } from '#shared/ui/stage/stage-aloud.tsx';
import { Offer } from './offer.tsx';
import { SpacePlace } from './space-place.tsx';

/** The page of one Space: who is there, the way in, and the player once one is in. */
export function SharePage() {
  const { perch, deeds } = useShell();
  const isPeople = useSignal(false);
  const hasReturned = useRef(false);
  const isIn = useIsSettled();
  const { desk } = perch;
  useEffect(() => {
    if (!isIn) isPeople.value = false;
  }, [isIn]);
  const go = (toPeople: boolean) => {
    deeds.forget();
    hasReturned.current = !toPeople;
    isPeople.value = toPeople;
  };
  return (
    <main class="page">
      {isIn && isPeople.value ? (
        <div class="page-card">
          <PeoplePage desk={desk!} onBack={() => go(false)} />
        </div>
      ) : (
        <Front isIn={isIn} hasReturned={hasReturned.current} onPeople={() => go(true)} />
      )}
      {isIn && <Invitation desk={desk!} />}
      <JoinQuestion />
      <Announcer />
      {isIn && <StageAloud />}
    </main>
  );
}

interface FrontProps {
  isIn: boolean;
  /** The person comes back from the people. */
  hasReturned: boolean;
  onPeople: () => void;
}

function Front({ isIn, hasReturned, onPeople }: FrontProps) {
  const front = useRef<HTMLDivElement>(null);
  useKeptFocus(front, isIn, hasReturned);
  return (
    <div class="page-front" ref={front}>
      <header class="page-brand">
        <Mark />
        <h1>Perch</h1>
      </header>
      <SpacePlace isIn={isIn} onPeople={onPeople} />
      <Offer />
    </div>
  );
}

/** What led to the people has the focus again; when what had it is gone, the Space's title gets it. */
function useKeptFocus(front: { current: HTMLElement | null }, isIn: boolean, hasReturned: boolean) {
  const wasIn = useRef(isIn);
  const focus = (selector: string) => front.current?.querySelector<HTMLElement>(selector)?.focus();
  useEffect(() => {
    if (hasReturned) focus(isIn ? '[data-opens="people"]' : 'h2[tabindex]');
  }, []);
  useEffect(() => {
    if (wasIn.current === isIn) return;
    wasIn.current = isIn;
    if (document.activeElement === document.body) focus('h2[tabindex]');
  }, [isIn]);
}
