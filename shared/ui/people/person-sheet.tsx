import type { Role } from '#shared/schema/space.ts';
import type { WordKey } from '#shared/words/words.ts';
import { LiveAvatar } from '../avatar.tsx';
import { Button } from '../button.tsx';
import { useShell, useWords } from '../context.ts';
import { Icon } from '../icon.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { PersonVolume } from '../sound/person-volume.tsx';
import type { StageNow } from '../stage/stage-now.ts';
import { badgeOf } from '../who/badge.ts';
import { Handle, HANDLE_LONG } from '../who/handle.tsx';
import { Likeness } from '../who/likeness.tsx';
import type { Member } from './groups.ts';
import { ACTION_ICONS, actionsOn, GRAVE, wordOf, type MenuAction } from './person-actions.ts';
import type { Act } from './person-deeds.tsx';

interface PersonSheetProps {
  member: Member;
  /** The role of the one who looks. */
  mine: Role;
  now: Pick<StageNow, 'who' | 'server'>;
  act: Act;
  onClose: () => void;
}

/** Somebody on stage: who they are, and what can be done about them. */
export function PersonSheet({ member, mine, now: { who, server }, act, onClose }: PersonSheetProps) {
  const { perch } = useShell();
  const say = useWords();
  const { pid, name, pic, role, isMe } = member;
  const isUnheard = who.isUnheard(pid);
  const isSilent = isUnheard || who.isTurnedDown(pid);
  const identities = who.identities(pid);
  return (
    <Sheet title={name} dir="auto" onClose={onClose}>
      <div class="person">
        <LiveAvatar
          id={pid}
          name={name}
          pic={pic}
          server={server}
          isSpeaking={member.isSpeaking}
          badge={badgeOf({ isUnheard: isSilent, isMuted: member.isMuted === true })}
        />
        <span class="person-handles">
          {identities.map((identity) => (
            <Handle key={identity.network + identity.handle} {...identity} max={HANDLE_LONG} isNamed />
          ))}
        </span>
        <span class="person-line">
          {[isMe && say('you'), say(`role_${role}`), isUnheard && say('mutedForMe')]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {!isMe && <Likeness likeness={who.likeness(pid)} identities={identities} />}
      </div>
      {!isMe && perch.sound && (
        <PersonVolume desk={perch.sound} pid={pid} name={name} isKept={identities.length > 0} />
      )}
      {!isMe && <PersonDeeds member={member} mine={mine} isUnheard={isUnheard} act={act} onClose={onClose} />}
    </Sheet>
  );
}

/** What is not plain from its name. */
const HELP: Partial<Record<MenuAction, WordKey>> = {
  muteForMe: 'muteForMeHelp',
  unmuteForMe: 'unmuteForMeHelp',
};

type PersonDeedsProps = Omit<PersonSheetProps, 'now'> & { isUnheard: boolean };

function PersonDeeds({ member, mine, isUnheard, act, onClose }: PersonDeedsProps) {
  const say = useWords();
  const actions = actionsOn(mine, { ...member, isUnheard, isAsking: false });
  const handleChoose = (action: MenuAction) => {
    onClose();
    void act(member, action);
  };
  return (
    <div class="person-deeds">
      {actions.map((action) => (
        <Button
          key={action}
          look="bare"
          class={GRAVE.has(action) ? 'menu-item menu-grave' : 'menu-item'}
          onClick={() => handleChoose(action)}
        >
          <Icon of={ACTION_ICONS[action]} size={18} />
          <span>
            {say(wordOf(action))}
            {HELP[action] && <small>{say(HELP[action])}</small>}
          </span>
        </Button>
      ))}
    </div>
  );
}
