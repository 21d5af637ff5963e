import { MicOff } from 'lucide';
import type { ComponentChildren } from 'preact';
import { LiveAvatar } from '../avatar.tsx';
import { useWords } from '../context.ts';
import type { Face } from '../now-playing.ts';

interface StageProps {
  faces: Face[];
  /** How many stand there too but did not fit the card. */
  more: number;
  /** Where their pictures are; home when left out. */
  server?: string | null | undefined;
  /** In place of a face's avatar. */
  avatar?: (face: Face, isSpeaking: boolean) => ComponentChildren;
  /** What stands under a name, and in the line of the role before it. */
  under?: (face: Face) => ComponentChildren;
  signs?: (face: Face) => ComponentChildren;
  /** There is room for a line under a name. */
  isRoomy?: boolean;
  /** What else stands with a face. */
  extra?: (face: Face) => ComponentChildren;
}

/** Those who may speak, each with name and role. */
export function Stage({ faces, more, isRoomy, ...rest }: StageProps) {
  const say = useWords();
  return (
    <ul class="stage" data-roomy={isRoomy || undefined} aria-label={say('onStage')}>
      {faces.map((face) => (
        <StageFace key={face.pid} face={face} {...rest} />
      ))}
      {more > 0 && <li class="stage-more">{say('onStageToo', { n: more })}</li>}
    </ul>
  );
}

type StageFaceProps = { face: Face } & Omit<StageProps, 'faces' | 'more' | 'isRoomy'>;

function StageFace({ face, server, avatar, under, signs, extra }: StageFaceProps) {
  const say = useWords();
  const { pid, name, pic, muted } = face;
  const isSpeaking = face.speaking && !muted;
  const state = isSpeaking ? say('speaking') : muted ? say('muted') : null;
  return (
    <li class="stage-face" data-role={face.role}>
      {avatar?.(face, isSpeaking) ?? (
        <LiveAvatar
          id={pid}
          name={name}
          pic={pic}
          server={server}
          isSpeaking={isSpeaking}
          badge={muted && MicOff}
        />
      )}
      <bdi class="stage-name" dir="auto">
        {face.isMe ? say('you') : name}
      </bdi>
      {under?.(face)}
      <span class="stage-role">
        {signs?.(face)}
        {say(`role_${face.role}`)}
      </span>
      {state && <span class="unseen">{state}</span>}
      {extra?.(face)}
    </li>
  );
}
