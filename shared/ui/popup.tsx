import { useSignal, type Signal } from '@preact/signals';
import { ArrowLeft, Settings } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import { Announcer } from './announcer.tsx';
import { Button, RoundButton } from './button.tsx';
import { useShell, useWords } from './context.ts';
import { EndedNotice } from './ended-notice.tsx';
import { HostForm } from './host-form.tsx';
import { Mark } from './mark.tsx';
import { Player } from './player.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { useIsSettled } from './settled.ts';
import { SpaceList } from './space-list.tsx';

type Page = 'list' | 'form';

/** The toolbar popup: the player while in a Space, the list, and the way to host. */
export function Popup() {
  const page = useSignal<Page>('list');
  return (
    <main class="popup" data-page={page.value}>
      {page.value === 'list' ? <ListPage page={page} /> : <FormPage page={page} />}
      <Announcer />
    </main>
  );
}

function ListPage({ page }: { page: Signal<Page> }) {
  const { perch, deeds } = useShell();
  const say = useWords();
  const { phase, role } = perch.room.value;
  const isIn = useIsSettled();
  const isCut = perch.view.value.list.fault !== null;
  const body = useRef<HTMLDivElement>(null);
  useKeptFocus(body, isIn);
  return (
    <>
      <header class="popup-head">
        <Mark />
        <h1>{say('liveSpaces')}</h1>
        <RoundButton
          icon={Settings}
          label={say('settings')}
          onClick={() => void deeds.run('options', perch.openOptions)}
        />
      </header>
      <div class="popup-body" ref={body}>
        {isIn && <Player />}
        {phase === 'over' && <EndedNotice />}
        <ProblemNotice />
        <SpaceList />
      </div>
      {!(isIn && role === 'host') && (
        <footer class="popup-foot">
          <Button look={isIn || isCut ? 'quiet' : 'primary'} onClick={() => (page.value = 'form')}>
            {say('hostASpace')}
          </Button>
        </footer>
      )}
    </>
  );
}

function FormPage({ page }: { page: Signal<Page> }) {
  const { deeds } = useShell();
  const say = useWords();
  const back = () => {
    deeds.forget();
    page.value = 'list';
  };
  return (
    <>
      <header class="popup-head">
        <RoundButton icon={ArrowLeft} label={say('back')} class="flips" onClick={back} />
        <h1>{say('hostASpace')}</h1>
      </header>
      <div class="popup-body">
        <HostForm onStarted={back} />
      </div>
    </>
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
    body.current?.querySelector<HTMLElement>(isIn ? '.player-title' : 'button')?.focus();
  }, [isIn]);
}
