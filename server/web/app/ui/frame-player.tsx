import { ExternalLink } from 'lucide';
import { IDLE_ROOM } from '#shared/schema/room.ts';
import { Announcer } from '#shared/ui/announcer.tsx';
import { AvatarStack } from '#shared/ui/avatar.tsx';
import { useShell, useWords } from '#shared/ui/context.ts';
import { Icon } from '#shared/ui/icon.tsx';
import { isInSpace, stageOf } from '#shared/ui/now-playing.ts';
import { roomLineOf } from '#shared/ui/room-line.ts';
import { lineOf } from '#shared/ui/space-line.ts';
import { Stage } from '#shared/ui/stage/stage.tsx';
import { useNow } from '#shared/ui/ticking.ts';
import { FrameFoot } from './frame-foot.tsx';
import { usePage } from './page-context.ts';

/** The player that other sites frame: it listens, after a click, and nothing else. */
export function FramePlayer() {
  const { perch } = useShell();
  const say = useWords();
  const { space, fault } = usePage();
  const room = perch.room.value;
  const { stage } = space.value;
  const faces = stageOf(isInSpace(room) ? room : IDLE_ROOM, stage?.people ?? []);
  const title = stage?.title ?? (fault.value ? say(`fault_${fault.value}`) : '');
  return (
    <main class="frame">
      <header class="frame-head">
        {faces.length > 0 && <AvatarStack people={faces} max={2} />}
        <div class="frame-text">
          <h1 class="frame-title" dir="auto">
            {title}
          </h1>
          <FrameLine />
        </div>
        <OpenLink />
      </header>
      <div class="frame-stage">
        <Stage faces={faces} more={0} />
      </div>
      <FrameFoot />
      <Announcer />
    </main>
  );
}

/** Who speaks once one listens, else who hosts and how many listen. */
function FrameLine() {
  const { perch } = useShell();
  const say = useWords();
  const { space } = usePage();
  const room = perch.room.value;
  const { stage, skewMs } = space.value;
  const lostAt = stage?.hostLostAt ?? null;
  const hostLostAt = lostAt === null ? null : lostAt + skewMs;
  const now = useNow(room.phase === 'reconnecting' || hostLostAt !== null);
  if (!stage || stage.state === 'ended') return null;
  const { language } = perch.catalogue.value;
  const line = isInSpace(room)
    ? roomLineOf({ room, stage: stageOf(room, stage.people), hostLostAt, now, say, language })
    : lineOf({ stage: stage.people, listeners: stage.listeners }, say);
  return <p class="frame-line">{line}</p>;
}

function OpenLink() {
  const say = useWords();
  const { address } = usePage();
  const name = say('openInNewTab');
  return (
    <a
      class="button button-bare round flips"
      href={address}
      target="_blank"
      rel="noopener"
      aria-label={name}
      title={name}
    >
      <Icon of={ExternalLink} size={18} />
    </a>
  );
}
