import { useSignal } from '@preact/signals';
import { Settings } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import { AccountButton } from './account/account-button.tsx';
import { AccountPlace } from './account/account-place.tsx';
import { Announcer } from './announcer.tsx';
import { Button, RoundButton } from './button.tsx';
import { SignInContext, useShell, useWords } from './context.ts';
import { EndedNotice } from './ended-notice.tsx';
import { HostForm } from './host-form.tsx';
import { LinkOffer } from './link/link-offer.tsx';
import { useOffer } from './link/offer.ts';
import type { LinkDesk } from './link/link-desk.ts';
import { Mark } from './mark.tsx';
import { Player } from './player.tsx';
import { PopupPage } from './parts/popup-page.tsx';
import { PeoplePlace } from './people-place.tsx';
import { ListNotice, ProblemNotice } from './problem-notice.tsx';
import { JoinQuestion } from './safety/join-question.tsx';
import { useIsSettled } from './settled.ts';
import type { SiteDesk } from './site/site-desk.ts';
import { SiteOffer } from './site/site-offer.tsx';
import { SpaceList } from './space-list.tsx';
import { Invitation } from './speak/invitation.tsx';
import { StageAloud } from './stage/stage-aloud.tsx';

type PageName = 'list' | 'form' | 'people' | 'account';

interface PopupProps {
  /** The Space that the page under the popup is about. */
  link?: LinkDesk | null;
  /** The site under the popup, where there is something to say of it. */
  site?: SiteDesk | null;
}

/** The toolbar popup: the player while in a Space, the list, and the way to host. */
export function Popup({ link = null, site = null }: PopupProps) {
  const { perch, deeds } = useShell();
  const page = useSignal<PageName>('list');
  const from = useRef<PageName>('list');
  const isIn = useIsSettled();
  const { desk, account } = perch;
  const { signIn, mayHost } = perch.view.value;
  const hasPeople = desk !== null && isIn;
  const name = page.value === 'people' && !hasPeople ? 'list' : page.value;
  // Only what is gone is left: an effect that comes late must not undo a way back taken meanwhile.
  useEffect(() => {
    if (!hasPeople && page.peek() === 'people') page.value = 'list';
  }, [hasPeople]);
  const go = (to: PageName) => {
    from.current = page.value;
    deeds.forget();
    page.value = to;
  };
  // The window of a sign-in closed this popup, and its news opened it again.
  useEffect(() => {
    if (signIn && account) page.value = 'account';
  }, [signIn]);
  const toSignIn = account && (() => go('account'));
  const toHost = () => go(mayHost || !account ? 'form' : 'account');
  const next = from.current === 'form' || !mayHost ? 'form' : 'list';
  return (
    <SignInContext.Provider value={toSignIn}>
      <main class="popup" data-page={name}>
        {name === 'list' && <ListPage from={from.current} go={go} onHost={toHost} link={link} site={site} />}
        {name === 'form' && <FormPage onBack={() => go('list')} />}
        {name === 'account' && account && (
          <AccountPlace open={account} next={next} onBack={() => go('list')} onNext={go} />
        )}
        {name === 'people' && <PeoplePlace desk={desk!} onBack={() => go('list')} />}
        {desk && isIn && <Invitation desk={desk} />}
        <JoinQuestion />
        <Announcer />
        {desk && isIn && <StageAloud />}
      </main>
    </SignInContext.Provider>
  );
}

interface ListPageProps {
  /** The page that was left for this one: what opens it gets the focus back. */
  from: PageName;
  go: (to: PageName) => void;
  onHost: () => void;
  link: LinkDesk | null;
  site: SiteDesk | null;
}

function ListPage({ from, go, onHost, link, site }: ListPageProps) {
  const { perch, deeds } = useShell();
  const say = useWords();
  const { phase, role } = perch.room.value;
  const isIn = useIsSettled();
  const { openOptions } = perch;
  const { list, server } = perch.view.value;
  const offer = useOffer(link);
  const isOffered = offer?.is === 'live';
  const isPromising = isOffered || offer?.is === 'looking';
  const offered =
    isOffered && link
      ? { spaceId: link.spaceId, server: link.server === server ? null : link.server }
      : undefined;
  const page = useRef<HTMLDivElement>(null);
  useKeptFocus(page, isIn);
  useEffect(() => {
    // Who has gone live finds nothing more that opens the form, and goes on in the player.
    const places = from === 'list' ? [] : [`[data-opens="${from}"]`, '.player-title'];
    const found = places.map((each) => page.current?.querySelector<HTMLElement>(each));
    found.find(Boolean)?.focus();
  }, []);
  return (
    <div class="popup-page" ref={page}>
      <header class="popup-head">
        <Mark />
        <h1>{say('liveSpaces')}</h1>
        {openOptions && (
          <RoundButton
            icon={Settings}
            label={say('settings')}
            onClick={() => void deeds.run('options', openOptions)}
          />
        )}
        {perch.account && <AccountButton onClick={() => go('account')} />}
      </header>
      <div class="popup-body">
        {isIn && <Player onPeople={() => go('people')} />}
        {phase === 'over' && <EndedNotice />}
        {isIn ? <ListNotice /> : <ProblemNotice />}
        {link && offer && <LinkOffer link={link} offer={offer} />}
        {site && <SiteOffer site={site} />}
        <SpaceList isOffered={isOffered} without={offered} />
        {isIn && role !== 'host' && (
          <Button look="quiet" class="popup-host" data-opens="form" onClick={onHost}>
            {say('hostASpace')}
          </Button>
        )}
      </div>
      {!isIn && (
        <footer class="popup-foot">
          <Button look={isPromising || list.fault ? 'quiet' : 'primary'} data-opens="form" onClick={onHost}>
            {say('hostASpace')}
          </Button>
        </footer>
      )}
    </div>
  );
}

/** The leave that Bluesky asks a person for, once. */
const STATUS = { network: 'bluesky', purpose: 'status', next: 'list' } as const;

function FormPage({ onBack }: { onBack: () => void }) {
  const { perch, deeds } = useShell();
  const say = useWords();
  const handleStarted = (who: string | null) => {
    onBack();
    // Last, because the window of Bluesky's question closes the popup.
    if (who) void deeds.run('status', async () => (await perch.account!()).signIn({ ...STATUS, who }));
  };
  return (
    <PopupPage title={say('hostASpace')} hasOwnFocus onBack={onBack}>
      <HostForm onStarted={handleStarted} />
    </PopupPage>
  );
}

/** When what had the focus is gone, the title of what took its place gets it. */
function useKeptFocus(body: { current: HTMLElement | null }, isIn: boolean) {
  const wasIn = useRef(isIn);
  useEffect(() => {
    if (wasIn.current === isIn) return;
    wasIn.current = isIn;
    const { activeElement } = document;
    if (activeElement && activeElement !== document.body) return;
    body.current?.querySelector<HTMLElement>(isIn ? '.player-title' : '.popup-body button')?.focus();
  }, [isIn]);
}
