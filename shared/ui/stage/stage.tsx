import type { ComponentChildren } from 'preact';
import { LiveAvatar } from '../avatar.tsx';
import { useWords } from '../context.ts';
import type { Face } from '../now-playing.ts';

interface StageProps {
  faces: Face[];
  /** How many stand there too but did not fit the card. */
  more: number;
  /** What else stands with a face. */
  extra?: (face: Face) => ComponentChildren;
}

/** Those who may speak, each with name and role. */
export function Stage({ faces, more, extra }: StageProps) {
  const say = useWords();
  return (
    <ul class="stage" aria-label={say('onStage')}>
      {faces.map((face) => (
        <StageFace key={face.pid} face={face} extra={extra} />
      ))}
      {more > 0 && <li class="stage-more">{say('onStageToo', { n: more })}</li>}
    </ul>
  );
}

function StageFace({ face, extra }: { face: Face } & Pick<StageProps, 'extra'>) {
  const say = useWords();
  const isSpeaking = face.speaking && !face.muted;
  const state = isSpeaking ? say('speaking') : face.muted ? say('muted') : null;
  return (
    <li class="stage-face" data-role={face.role}>
      <LiveAvatar id={face.pid} name={face.name} isSpeaking={isSpeaking} isMuted={face.muted} />
      <bdi class="stage-name" dir="auto">
        {face.isMe ? say('you') : face.name}
      </bdi>
      <span class="stage-role">{say(`role_${face.role}`)}</span>
      {state && <span class="unseen">{state}</span>}
      {extra?.(face)}
    </li>
  );
}
