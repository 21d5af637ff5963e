import { useSignal } from '@preact/signals';
import { Ban } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import type { Stage as StageState, StageAnswer } from '#shared/schema/stage.ts';
import type { Listed } from '#shared/schema/view.ts';
import { Button } from '../button.tsx';
import { useShell, useWords } from '../context.ts';
import { DeedProblem } from '../deed-problem.tsx';
import { Icon } from '../icon.tsx';
import { deedOfJoin, useAhead, useJoin } from '../join.ts';
import { stageFromOutside, type Face } from '../now-playing.ts';
import { Sheet } from '../parts/sheet.tsx';
import { Switch } from '../parts/switch.tsx';
import { hostLostLine } from '../room-line.ts';
import { reasonOf } from '../space-line.ts';
import { Listeners } from '../stage/listeners.tsx';
import { Stage } from '../stage/stage.tsx';
import { useNow } from '../ticking.ts';
import { Handle, HANDLE_LONG } from '../who/handle.tsx';

export interface PreviewSheetProps {
  card: Listed;
  onClose: () => void;
}

/** Who is there, before joining or being seen; and whether to listen with or without a name. */
export function PreviewSheet({ card, onClose }: PreviewSheetProps) {
  const { perch, deeds } = useShell();
  const say = useWords();
  const join = useJoin();
  const answer = usePreview(card);
  const wantsName = useSignal(perch.view.value.shown ?? false);
  const start = useRef<HTMLButtonElement>(null);
  const mustShow = answer?.stage.allowAnonymous === false;
  const isNamed = mustShow || wantsName.value;
  const deed = deedOfJoin(card.id, card.server);
  const close = () => {
    onClose();
    deeds.forget();
  };
  const handleJoin = async () => {
    const hasSeenBlocked = (answer?.blocked.length ?? 0) > 0;
    const answers = { shown: isNamed, ...(hasSeenBlocked && { despiteBlocked: true }) };
    if (await join(card.id, answers, card.server)) onClose();
  };
  return (
    <Sheet title={card.title} dir="auto" first={start} onClose={close}>
      <PreviewStage card={card} answer={answer} />
      {perch.desk && (
        <Switch
          label={say('listenAnonymously')}
          help={say(mustShow ? 'fault_anonymous_refused' : isNamed ? 'nameIsShown' : 'nameIsHidden')}
          isOn={!isNamed}
          isFixed={mustShow}
          onChange={(on) => (wantsName.value = !on)}
        />
      )}
      <DeedProblem deed={deed} />
      <div class="sheet-choices">
        <Button
          look="primary"
          buttonRef={start}
          {...useAhead(card.id, card.server)}
          isBusy={deeds.pending.value === deed}
          onClick={() => void handleJoin()}
        >
          {say(deeds.pending.value === deed ? 'joining' : 'startListening')}
        </Button>
      </div>
      <p class="sheet-note">{say(isNamed ? 'previewNoteNamed' : 'previewNote')}</p>
    </Sheet>
  );
}

/** The server's whole answer, asked again when the card changes; null until it is there. */
function usePreview({ id, v, server }: Listed): StageAnswer | null {
  const { perch } = useShell();
  const answer = useSignal<StageAnswer | null>(null);
  useEffect(() => {
    let isOver = false;
    void perch.desk?.preview(id, server).then(({ found }) => {
      if (found && !isOver) answer.value = found;
    });
    return () => void (isOver = true);
  }, [id, v]);
  return answer.value;
}

function PreviewStage({ card, answer }: { card: Listed; answer: StageAnswer | null }) {
  const say = useWords();
  const faces = stageFromOutside(answer?.stage.people ?? card.stage);
  const reason = reasonOf(card, say);
  const blocked = new Set(answer?.blocked);
  const host = faces.find(({ role }) => role === 'host');
  const now = useNow(card.hostLostAt !== null);
  const blockedLine = ({ pid }: Face) =>
    blocked.has(pid) && (
      <span class="stage-blocked">
        <Icon of={Ban} size={12} />
        {say('youBlocked')}
      </span>
    );
  return (
    <div class="preview-stage">
      {reason && <p class="why">{reason}</p>}
      {card.hostLostAt !== null && <p class="preview-lost">{hostLostLine(card.hostLostAt, now, say)}</p>}
      {blocked.size > 0 && <p class="preview-blocked">{say('fault_blocked_on_stage')}</p>}
      {host && <HostHandle pid={host.pid} identities={answer?.stage.identities ?? []} />}
      <Stage faces={faces} more={answer ? 0 : card.onStage - faces.length} extra={blockedLine} />
      <Listeners shown={answer?.stage.shown ?? []} count={card.listeners} myPid={null} />
    </div>
  );
}

/** Where a network knows whoever hosts. */
function HostHandle({ pid, identities }: { pid: string; identities: StageState['identities'] }) {
  const shown = identities.filter((one) => one.pid === pid);
  if (shown.length === 0) return null;
  return (
    <p class="preview-host">
      {shown.map(({ network, handle }) => (
        <Handle key={network + handle} network={network} handle={handle} max={HANDLE_LONG} isNamed />
      ))}
    </p>
  );
}
