import type { ComponentChildren } from 'preact';
import { LiveAvatar } from '../avatar.tsx';
import { Button } from '../button.tsx';
import { useWords } from '../context.ts';
import type { Face } from '../now-playing.ts';
import { Stage } from '../stage/stage.tsx';
import { badgeOf } from './badge.ts';
import { Handle } from './handle.tsx';
import { LikenessSign } from './likeness.tsx';
import type { Who } from './who.ts';

/** Letters of a handle under a name, by how many stand on the stage; more leave it no room. */
const ROOM = [0, 32, 22, 11];

interface WhoStageProps {
  faces: Face[];
  more: number;
  server?: string | null;
  who: Who;
  /** Shows more of somebody; left out, there is no more to see. */
  onPerson?: ((pid: string) => void) | undefined;
  extra?: (face: Face) => ComponentChildren;
}

/** A stage that says who its people are, as far as they show it, and who is only like another. */
export function WhoStage({ who, server, onPerson, ...rest }: WhoStageProps) {
  const say = useWords();
  const { faces } = rest;
  const room = ROOM[faces.length] ?? 0;
  const isRoomy = room > 0 && faces.some(({ pid }) => who.identities(pid).length > 0);
  const signs = (face: Face) => (
    <>
      {!isRoomy && <Networks of={who.identities(face.pid)} />}
      {!face.isMe && <LikenessSign likeness={who.likeness(face.pid)} identities={who.identities(face.pid)} />}
      {who.isUnheard(face.pid) && <span class="unseen">{say('mutedForMe')}</span>}
      {who.isTurnedDown(face.pid) && <span class="unseen">{say('turnedDown')}</span>}
    </>
  );
  const under = ({ pid }: Face) => {
    const [identity] = who.identities(pid);
    return isRoomy && identity && <Handle {...identity} max={room} />;
  };
  const avatar = (face: Face, isSpeaking: boolean) => (
    <FaceAvatar face={face} isSpeaking={isSpeaking} who={who} server={server} onPerson={onPerson} />
  );
  return <Stage {...rest} isRoomy={isRoomy} avatar={avatar} under={under} signs={signs} />;
}

function Networks({ of }: { of: ReturnType<Who['identities']> }) {
  return of.map((identity) => <Handle key={identity.network + identity.handle} {...identity} max={0} />);
}

interface FaceAvatarProps extends Pick<WhoStageProps, 'who' | 'server' | 'onPerson'> {
  face: Face;
  isSpeaking: boolean;
}

function FaceAvatar({ face, isSpeaking, who, server, onPerson }: FaceAvatarProps) {
  const say = useWords();
  const { pid, name, pic, muted } = face;
  const badge = badgeOf({ isUnheard: who.isUnheard(pid) || who.isTurnedDown(pid), isMuted: muted });
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
