import { X } from 'lucide';
import { useId, useRef } from 'preact/hooks';
import { IDLE_ROOM } from '#shared/schema/room.ts';
import type { Listed } from '#shared/schema/view.ts';
import { Button, RoundButton } from './button.tsx';
import { useShell, useWords } from './context.ts';
import { DeedProblem } from './deed-problem.tsx';
import { deedOfJoin, useAhead, useJoin } from './join.ts';
import { stageOf } from './now-playing.ts';
import { useTopLayer } from './parts/top-layer.ts';
import { hostLostLine } from './room-line.ts';
import { reasonOf } from './space-line.ts';
import { Stage } from './stage/stage.tsx';
import { useNow } from './ticking.ts';

/** A place in the window, in CSS pixels. */
export interface Point {
  x: number;
  y: number;
}

interface PreviewProps {
  card: Listed;
  /** Where to stand; left out, below the card that opened it. */
  at?: Point | null;
  onClose: () => void;
}

/** Who is there, before joining. It lies over the page in the top layer and moves nothing in it. */
export function Preview({ card, at, onClose }: PreviewProps) {
  const { deeds } = useShell();
  const { join } = useJoin();
  const say = useWords();
  const id = useId();
  const dialog = useRef<HTMLDivElement>(null);
  const start = useRef<HTMLButtonElement>(null);
  useTopLayer(dialog, start, onClose);
  const deed = deedOfJoin(card.id, card.server);
  const reason = reasonOf(card, say);
  const now = useNow(card.hostLostAt !== null);
  const isJoining = deeds.pending.value === deed;
  const handleJoin = async () => {
    if (await join(card.id, undefined, card.server)) dialog.current?.hidePopover();
  };
  return (
    <div
      class={at ? 'preview preview-at' : 'preview'}
      style={at ? { '--x': `${at.x}px`, '--y': `${at.y}px` } : undefined}
      ref={dialog}
      popover="auto"
      role="dialog"
      aria-labelledby={id}
    >
      <div class="preview-head">
        <h2 id={id} dir="auto">
          {card.title}
        </h2>
        <RoundButton icon={X} label={say('close')} onClick={() => dialog.current?.hidePopover()} />
      </div>
      <Stage faces={stageOf(IDLE_ROOM, card.stage)} more={card.onStage - card.stage.length} />
      {reason && <p class="why">{reason}</p>}
      <p class="preview-listeners">
        {card.hostLostAt ? hostLostLine(card.hostLostAt, now, say) : say('listening', { n: card.listeners })}
      </p>
      <DeedProblem deed={deed} />
      <Button
        look="primary"
        buttonRef={start}
        isBusy={isJoining}
        {...useAhead(card.id, card.server)}
        onClick={() => void handleJoin()}
      >
        {say(isJoining ? 'joining' : 'startListening')}
      </Button>
      <p class="preview-note">{say('microphoneStartsOff')}</p>
    </div>
  );
}
