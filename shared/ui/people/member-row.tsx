import { useSignal } from '@preact/signals';
import { Ellipsis, X } from 'lucide';
import { useId } from 'preact/hooks';
import type { Role } from '#shared/schema/space.ts';
import { LiveAvatar } from '../avatar.tsx';
import { Button, RoundButton } from '../button.tsx';
import { useShell, useWords, type Say } from '../context.ts';
import { Menu } from '../parts/menu.tsx';
import type { Member } from './groups.ts';
import { ACTION_ICONS, actionsOn, GRAVE, type MenuAction } from './person-actions.ts';

/** True once it is done. */
export type Act = (member: Member, action: MenuAction | 'approve' | 'dismiss') => Promise<boolean>;

interface MemberRowProps {
  member: Member;
  /** The role of the one who looks. */
  mine: Role;
  act: Act;
}

/** One person with what can be done about them. */
export function MemberRow({ member, mine, act }: MemberRowProps) {
  const { deeds } = useShell();
  const say = useWords();
  const id = useId();
  const { pid, name } = member;
  const isBusy = deeds.pending.value?.endsWith(`:${pid}`);
  return (
    <li class="member" aria-busy={isBusy || undefined}>
      <LiveAvatar id={pid} name={name} isSpeaking={member.isSpeaking} isMuted={member.isMuted === true} />
      <span class="member-text">
        <bdi id={id} class="member-name" dir="auto">
          {name}
        </bdi>
        <MemberLine member={member} />
      </span>
      {member.asks && (
        <bdi class="member-asks" dir="auto">
          {say('quoted', { text: member.asks })}
        </bdi>
      )}
      {member.asks !== null && <Answers member={member} nameId={id} act={act} />}
      <MemberMenu member={member} mine={mine} act={act} say={say} />
    </li>
  );
}

function MemberLine({ member }: { member: Member }) {
  const say = useWords();
  const states = [
    member.isMe && say('you'),
    member.isGuest && say('guest'),
    member.isInvited && say('invited'),
    member.isSpeaking ? say('speaking') : member.isMuted && say('muted'),
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

function MemberMenu({ member, mine, act, say }: MemberRowProps & { say: Say }) {
  const actions = actionsOn(mine, { ...member, isAsking: member.asks !== null });
  if (!actions.length) return null;
  const items = actions.map((action) => ({
    key: action,
    label: say(action === 'blockAndReport' ? action : `do_${action}`),
    icon: ACTION_ICONS[action],
    isGrave: GRAVE.has(action),
    onChoose: () => void act(member, action),
  }));
  return <Menu icon={Ellipsis} label={say('actionsFor', { name: member.name })} items={items} />;
}
