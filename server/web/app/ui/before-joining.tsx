import type { Stage as StageState } from '#shared/schema/stage.ts';
import { Button } from '#shared/ui/button.tsx';
import { useShell, useWords } from '#shared/ui/context.ts';
import { EndedNotice } from '#shared/ui/ended-notice.tsx';
import { deedOfJoin, useJoin } from '#shared/ui/join.ts';
import { formatElapsed, stageFromOutside } from '#shared/ui/now-playing.ts';
import { ProblemNotice, useNoticeable } from '#shared/ui/problem-notice.tsx';
import { hostLostLine } from '#shared/ui/room-line.ts';
import { Listeners } from '#shared/ui/stage/listeners.tsx';
import { useNow } from '#shared/ui/ticking.ts';
import { WhoStage } from '#shared/ui/who/who-stage.tsx';
import { useWho } from '#shared/ui/who/who.ts';
import { usePage } from './page-context.ts';

/** Who is there, and the way in. */
export function BeforeJoining({ stage }: { stage: StageState }) {
  const who = useWho({ stage, queue: null, me: null });
  return (
    <section class="page-card before">
      <BeforeHead stage={stage} />
      <h2 class="before-title" dir="auto" tabIndex={-1}>
        {stage.title}
      </h2>
      <HostLine stage={stage} />
      <WhoStage faces={stageFromOutside(stage.people)} more={0} who={who} />
      <Listeners shown={stage.shown} count={stage.listeners} myPid={null} />
      <WayIn />
    </section>
  );
}

function BeforeHead({ stage: { startedAt, listeners } }: { stage: StageState }) {
  const say = useWords();
  const now = useNow(startedAt !== null);
  if (startedAt === null) return null;
  const elapsed = formatElapsed(now - startedAt);
  return (
    <p class="before-head">
      <span class="player-live">{say('live')}</span>
      <time class="player-time" title={say('elapsed', { time: elapsed })}>
        {elapsed}
      </time>
      {listeners > 0 && <span>{say('listening', { n: listeners })}</span>}
    </p>
  );
}

/** Who hosts, or that they are away. */
function HostLine({ stage: { people, hostLostAt } }: { stage: StageState }) {
  const say = useWords();
  const { space } = usePage();
  const now = useNow(hostLostAt !== null);
  const host = people.find(({ role }) => role === 'host');
  const line =
    hostLostAt === null
      ? host && say('hosts', { name: host.name })
      : hostLostLine(hostLostAt + space.value.skewMs, now, say);
  return line ? <p class="before-host">{line}</p> : null;
}

/** One button, or what stands in its way. */
function WayIn() {
  const { perch, deeds } = useShell();
  const say = useWords();
  const { spaceId } = usePage();
  const join = useJoin();
  const problem = useNoticeable();
  const deed = deedOfJoin(spaceId);
  const isJoining = deeds.pending.value === deed;
  if (perch.room.value.phase === 'over') return <EndedNotice />;
  if (problem || perch.view.value.list.fault) return <ProblemNotice />;
  return (
    <div class="before-foot">
      <Button look="primary" isBusy={isJoining} onClick={() => void join(spaceId)}>
        {say(isJoining ? 'joining' : 'startListening')}
      </Button>
      <p class="before-note">{say('microphoneStartsOff')}</p>
    </div>
  );
}
