import type { ComponentChildren } from 'preact';
import { LiveAvatar } from '../avatar.tsx';
import { Button } from '../button.tsx';
import { useWords } from '../context.ts';
import type { Face } from '../now-playing.ts';
import { badgeOf } from '../who/badge.ts';
import { Handle, HANDLE_FACE } from '../who/handle.tsx';
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

/** Those who may speak, each with name and role. */
export function Stage({ faces, more, ...rest }: StageProps) {
  const say = useWords();
  return (
    <ul class="stage" aria-label={say('onStage')}>
      {faces.map((face) => (
        <StageFace key={face.pid} face={face} {...rest} />
      ))}
      {more > 0 && <li class="stage-more">{say('onStageToo', { n: more })}</li>}
    </ul>
  );
}

type StageFaceProps = { face: Face } & Omit<StageProps, 'faces' | 'more'>;

function StageFace({ face, who, extra, ...rest }: StageFaceProps) {
  const say = useWords();
  const isSpeaking = face.speaking && !face.muted;
  const isUnheard = who?.isUnheard(face.pid) ?? false;
  const states = [isUnheard && say('mutedForMe'), isSpeaking ? say('speaking') : face.muted && say('muted')];
  const [identity] = who?.identities(face.pid) ?? [];
  return (
    <li class="stage-face" data-role={face.role}>
      <FaceAvatar face={face} isSpeaking={isSpeaking} isUnheard={isUnheard} {...rest} />
      <bdi class="stage-name" dir="auto">
        {face.isMe ? say('you') : face.name}
      </bdi>
      {identity && <Handle {...identity} max={HANDLE_FACE} />}
      <span class="stage-role">{say(`role_${face.role}`)}</span>
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
