import type { ComponentChildren } from 'preact';
import { LiveAvatar } from '../avatar.tsx';
import { Button } from '../button.tsx';
import { useWords } from '../context.ts';
import type { Face } from '../now-playing.ts';
import { badgeOf } from '../who/badge.ts';
import { Handle, HANDLE_FACE } from '../who/handle.tsx';
import { LikenessSign } from '../who/likeness.tsx';
import type { Who } from '../who/who.ts';

interface StageProps {
  faces: Face[];
  /** How many stand there too but did not fit the card. */
  more: number;
  /** Where their pictures are; home when left out. */
  server?: string | null | undefined;
  who?: Who;
  /** Shows more of somebody; left out, there is no more to see. */
  onPerson?: ((pid: string) => void) | undefined;
  /** What else stands with a face. */
  extra?: (face: Face) => ComponentChildren;
}

/** With so few a handle has room under a name. */
const ROOMY = 3;

/** Those who may speak, each with name and role. */
export function Stage({ faces, more, ...rest }: StageProps) {
  const say = useWords();
  const isShown = ({ pid }: Face) => rest.who !== undefined && rest.who.identities(pid).length > 0;
  const isRoomy = faces.length <= ROOMY && faces.some(isShown);
  return (
    <ul class="stage" data-roomy={isRoomy || undefined} aria-label={say('onStage')}>
      {faces.map((face) => (
        <StageFace key={face.pid} face={face} isRoomy={isRoomy} {...rest} />
      ))}
      {more > 0 && <li class="stage-more">{say('onStageToo', { n: more })}</li>}
    </ul>
  );
}

type StageFaceProps = { face: Face; isRoomy: boolean } & Omit<StageProps, 'faces' | 'more'>;

function StageFace({ face, who, isRoomy, extra, ...rest }: StageFaceProps) {
  const say = useWords();
  const isSpeaking = face.speaking && !face.muted;
  const isUnheard = who?.isUnheard(face.pid) ?? false;
  const states = [isUnheard && say('mutedForMe'), isSpeaking ? say('speaking') : face.muted && say('muted')];
  const identities = who?.identities(face.pid) ?? [];
  return (
    <li class="stage-face" data-role={face.role}>
      <FaceAvatar face={face} isSpeaking={isSpeaking} isUnheard={isUnheard} {...rest} />
      <bdi class="stage-name" dir="auto">
        {face.isMe ? say('you') : face.name}
      </bdi>
      {isRoomy && identities[0] && <Handle {...identities[0]} max={HANDLE_FACE} />}
      <span class="stage-role">
        {!isRoomy &&
          identities.map((identity) => (
            <Handle key={identity.network + identity.handle} {...identity} max={0} />
          ))}
        {say(`role_${face.role}`)}
        {!face.isMe && <LikenessSign likeness={who?.likeness(face.pid) ?? null} identities={identities} />}
      </span>
      {states.filter(Boolean).map((state) => (
        <span key={state} class="unseen">
          {state}
        </span>
      ))}
      {extra?.(face)}
    </li>
  );
}

interface FaceAvatarProps extends Pick<StageProps, 'server' | 'onPerson'> {
  face: Face;
  isSpeaking: boolean;
  isUnheard: boolean;
}

function FaceAvatar({ face, isSpeaking, isUnheard, server, onPerson }: FaceAvatarProps) {
  const say = useWords();
  const { pid, name, pic, muted } = face;
  const badge = badgeOf({ isUnheard, isMuted: muted });
  const avatar = (
    <LiveAvatar id={pid} name={name} pic={pic} server={server} isSpeaking={isSpeaking} badge={badge} />
  );
  if (!onPerson) return avatar;
  return (
    <Button
      look="bare"
      class="stage-open"
      aria-haspopup="dialog"
      aria-label={say('aboutPerson', { name })}
      onClick={() => onPerson(pid)}
    >
      {avatar}
    </Button>
  );
}
