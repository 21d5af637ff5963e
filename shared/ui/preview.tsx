import { X } from 'lucide';
import { useId, useRef } from 'preact/hooks';
import type { Listed } from '#shared/schema/view.ts';
import { RoundButton } from './button.tsx';
import { useWords } from './context.ts';
import { DeedProblem } from './deed-problem.tsx';
import { deedOfJoin } from './join.ts';
import { ListenButton } from './listen-button.tsx';
import { stageFromOutside } from './now-playing.ts';
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
  const say = useWords();
  const id = useId();
  const dialog = useRef<HTMLDivElement>(null);
  const start = useRef<HTMLButtonElement>(null);
  useTopLayer(dialog, start, onClose);
  const reason = reasonOf(card, say);
  const now = useNow(card.hostLostAt !== null);
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
      <Stage faces={stageFromOutside(card.stage)} more={card.onStage - card.stage.length} />
      {reason && <p class="why">{reason}</p>}
      <p class="preview-listeners">
        {card.hostLostAt ? hostLostLine(card.hostLostAt, now, say) : say('listening', { n: card.listeners })}
      </p>
      <DeedProblem deed={deedOfJoin(card.id, card.server)} />
      <ListenButton
        spaceId={card.id}
        server={card.server}
        buttonRef={start}
        onIn={() => dialog.current?.hidePopover()}
      />
      <p class="preview-note">{say('microphoneStartsOff')}</p>
    </div>
  );
}
