import { useSignal } from '@preact/signals';
import { Ellipsis, X } from 'lucide';
import { useId } from 'preact/hooks';
import type { Role } from '#shared/schema/space.ts';
import { LiveAvatar } from '../avatar.tsx';
import { Button, RoundButton } from '../button.tsx';
import { useShell, useWords, type Say } from '../context.ts';
import { Menu } from '../parts/menu.tsx';
import type { StageNow } from '../stage/stage-now.ts';
import { badgeOf } from '../who/badge.ts';
import { Handle, HANDLE_ROW } from '../who/handle.tsx';
import { Likeness } from '../who/likeness.tsx';
import type { Member } from './groups.ts';
import { ACTION_ICONS, actionsOn, GRAVE, wordOf } from './person-actions.ts';
import type { Act } from './person-deeds.tsx';

interface MemberRowProps {
  member: Member;
  /** The role of the one who looks. */
  mine: Role;
  now: Pick<StageNow, 'who' | 'server'>;
  act: Act;
}

/** One person with what can be done about them. */
export function MemberRow({ member, mine, now, act }: MemberRowProps) {
  const { deeds } = useShell();
  const say = useWords();
  const id = useId();
  const { pid, name, pic } = member;
  const { who, server } = now;
  const isUnheard = who.isUnheard(pid);
  const identities = who.identities(pid);
  const isBusy = deeds.pending.value?.endsWith(`:${pid}`);
  return (
    <li class="member" aria-busy={isBusy || undefined}>
      <LiveAvatar
        id={pid}
        name={name}
        pic={pic}
        server={server}
        isSpeaking={member.isSpeaking}
        badge={badgeOf({ isUnheard, isMuted: member.isMuted === true })}
      />
      <span class="member-text">
        <bdi id={id} class="member-name" dir="auto">
          {name}
        </bdi>
        {identities.map((identity) => (
          <Handle key={identity.network + identity.handle} {...identity} max={HANDLE_ROW} />
        ))}
        <MemberLine member={member} isUnheard={isUnheard} />
      </span>
      {!member.isMe && <Likeness likeness={who.likeness(pid)} identities={identities} />}
      {member.asks && (
        <bdi class="member-asks" dir="auto">
          {say('quoted', { text: member.asks })}
        </bdi>
      )}
      {member.asks !== null && <Answers member={member} nameId={id} act={act} />}
      <MemberMenu member={member} mine={mine} isUnheard={isUnheard} act={act} say={say} />
    </li>
  );
}

function MemberLine({ member, isUnheard }: { member: Member; isUnheard: boolean }) {
  const say = useWords();
  const states = [
    member.isMe && say('you'),
    member.isGuest && say('guest'),
    member.isInvited && say('invited'),
    member.isSpeaking ? say('speaking') : member.isMuted && say('muted'),
    isUnheard && say('mutedForMe'),
  ].filter(Boolean);
  return states.length > 0 ? <span class="member-line">{states.join(' · ')}</span> : null;
}

function Answers({ member, nameId, act }: { member: Member; nameId: string; act: Act }) {
  const say = useWords();
  // The row goes once the list without it is here; until then the answer is not given twice.
  const isAnswered = useSignal(false);
  const answer = async (how: 'approve' | 'dismiss') => {
    isAnswered.value = true;
    isAnswered.value = await act(member, how);
  };
  return (
    <>
      <Button
        look="primary"
        class="small"
        aria-describedby={nameId}
        isBusy={isAnswered.value}
        onClick={() => void answer('approve')}
      >
        {say('do_approve')}
      </Button>
      <RoundButton
        icon={X}
        label={say('do_dismiss')}
        aria-describedby={nameId}
        isBusy={isAnswered.value}
        onClick={() => void answer('dismiss')}
      />
    </>
  );
}

type MemberMenuProps = Omit<MemberRowProps, 'now'> & { isUnheard: boolean; say: Say };

function MemberMenu({ member, mine, isUnheard, act, say }: MemberMenuProps) {
  const actions = actionsOn(mine, { ...member, isUnheard, isAsking: member.asks !== null });
  if (!actions.length) return null;
  const items = actions.map((action) => ({
    key: action,
    label: say(wordOf(action)),
    icon: ACTION_ICONS[action],
    isGrave: GRAVE.has(action),
    onChoose: () => void act(member, action),
  }));
  return <Menu icon={Ellipsis} label={say('actionsFor', { name: member.name })} items={items} />;
}
