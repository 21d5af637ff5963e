import './people.css';
import { useSignal } from '@preact/signals';
import { SlidersHorizontal } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { may } from '#shared/policy/policy.ts';
import { Button } from '../button.tsx';
import { useShell, useWords } from '../context.ts';
import { Icon } from '../icon.tsx';
import { useLevels } from '../levels.ts';
import { useKeptPlace } from '../parts/kept-place.ts';
import { PopupPage } from '../parts/popup-page.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import { MuteAll } from '../speak/mute-all.tsx';
import { StageNews } from '../stage/stage-news.tsx';
import { useStageNow, type StageNow } from '../stage/stage-now.ts';
import type { StageDesk } from '../stage-desk.ts';
import { groupsOf, type Group } from './groups.ts';
import { MemberRow } from './member-row.tsx';
import { usePersonDeeds } from './person-deeds.tsx';
import { SpaceSettings } from './space-settings.tsx';

export interface PeoplePageProps {
  desk: StageDesk;
  onBack: () => void;
}

/** Everybody in the Space who is known by name, and what the person may do about each. */
export function PeoplePage({ desk, onBack }: PeoplePageProps) {
  const { perch } = useShell();
  const say = useWords();
  const now = useStageNow();
  const { act, question } = usePersonDeeds(desk);
  const body = useRef<HTMLDivElement>(null);
  const { participantId } = perch.room.value;
  const mine = now.role ?? 'listener';
  useLevels();
  useKeptPlace(body);
  return (
    <PopupPage title={say('people')} onBack={onBack}>
      <div ref={body}>
        <StageNews role={now.role} faces={now.faces} />
        <ProblemNotice />
        {now.stage && may(mine, 'settings', 'space') && <SettingsEntry desk={desk} now={now} />}
        {groupsOf({ ...now, myPid: participantId }).map((group) => (
          <MemberGroup
            key={group.name}
            group={group}
            aside={group.name === 'speaker' && may(mine, 'muteAll', 'space') && <MuteAll desk={desk} />}
          >
            {group.members.map((one) => (
              <MemberRow key={one.pid} member={one} mine={mine} now={now} act={act} />
            ))}
          </MemberGroup>
        ))}
        <Unnamed now={now} />
      </div>
      {question}
    </PopupPage>
  );
}

interface MemberGroupProps {
  group: Group;
  aside: ComponentChildren;
  children: ComponentChildren;
}

function MemberGroup({ group, aside, children }: MemberGroupProps) {
  const say = useWords();
  const id = useId();
  return (
    <section class="members" data-group={group.name}>
      <header class="members-head">
        <h2 id={id}>{say(`group_${group.name}`)}</h2>
        {group.members.length > 1 && (
          <span class="members-count" aria-hidden="true">
            {group.members.length}
          </span>
        )}
        {aside}
      </header>
      <ul aria-labelledby={id}>{children}</ul>
    </section>
  );
}

function Unnamed({ now: { listeners, shown } }: { now: StageNow }) {
  const say = useWords();
  const others = (listeners ?? 0) - shown.length;
  return others > 0 ? <p class="members-more">{say('moreListeners', { n: others })}</p> : null;
}

/** Says what holds now, and leads to where it is changed. */
function SettingsEntry({ desk, now }: { desk: StageDesk; now: StageNow }) {
  const { deeds } = useShell();
  const say = useWords();
  const isOpen = useSignal(false);
  const id = useId();
  const policy = now.stage!.speakPolicy;
  const close = () => {
    isOpen.value = false;
    deeds.forget();
  };
  return (
    <>
      <div class="settings-entry">
        <Icon of={SlidersHorizontal} />
        <div class="settings-entry-text">
          <Button
            look="bare"
            class="reach"
            aria-haspopup="dialog"
            aria-describedby={id}
            onClick={() => (isOpen.value = true)}
          >
            {say('spaceSettings')}
          </Button>
          <span class="settings-entry-line" id={id}>
            {say('whoMaySpeak')}: {say(`speak_${policy}`)}
          </span>
        </div>
      </div>
      {isOpen.value && <SpaceSettings desk={desk} stage={now.stage!} onClose={close} />}
    </>
  );
}
