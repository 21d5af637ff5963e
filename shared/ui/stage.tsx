import { LiveAvatar } from './avatar.tsx';
import { useWords } from './context.ts';
import type { Face } from './now-playing.ts';

/** Those who may speak, each with name and role; `more` stand there too but did not fit the card. */
export function Stage({ faces, more }: { faces: Face[]; more: number }) {
  const say = useWords();
  return (
    <ul class="stage" aria-label={say('onStage')}>
      {faces.map((face) => (
        <StageFace key={face.pid} face={face} />
      ))}
      {more > 0 && <li class="stage-more">{say('onStageToo', { n: more })}</li>}
    </ul>
  );
}

function StageFace({ face }: { face: Face }) {
  const say = useWords();
  const isSpeaking = face.speaking && !face.muted;
  const state = isSpeaking ? say('speaking') : face.muted ? say('muted') : null;
  return (
    <li class="stage-face">
      <LiveAvatar id={face.pid} name={face.name} isSpeaking={isSpeaking} isMuted={face.muted} />
      <bdi class="stage-name" dir="auto">
        {face.isMe ? say('you') : face.name}
      </bdi>
      <span class="stage-role">{say(`role_${face.role}`)}</span>
      {state && <span class="unseen">{state}</span>}
    </li>
  );
}
