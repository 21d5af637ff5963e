import { useSignal } from '@preact/signals';
import { Hand } from 'lucide';
import type { Me, Stage } from '#shared/schema/stage.ts';
import { Button } from '../button.tsx';
import { useShell, useWords, type Say } from '../context.ts';
import { Icon } from '../icon.tsx';
import type { StageDesk } from '../stage-desk.ts';
import { RequestSheet } from './request-sheet.tsx';

interface SpeakProps {
  desk: StageDesk;
  stage: Stage;
  me: Me;
}

/** A listener's way to the stage: ask for it, or take the request back. */
export function SpeakButton({ desk, stage, me }: SpeakProps) {
  const { deeds } = useShell();
  const say = useWords();
  const isAsking = useSignal(false);
  const isWaiting = me.request !== null;
  return (
    <>
      <Button
        look={isWaiting ? 'quiet' : 'primary'}
        class="speak"
        isBusy={deeds.pending.value === 'cancelRequest'}
        isOff={!isWaiting && stage.requestsLocked}
        aria-haspopup={isWaiting ? undefined : 'dialog'}
        onClick={() =>
          isWaiting ? void deeds.run('cancelRequest', desk.cancelRequest) : (isAsking.value = true)
        }
      >
        <Icon of={Hand} />
        <span>{say(isWaiting ? 'cancelRequest' : 'requestToSpeak')}</span>
      </Button>
      {isAsking.value && (
        <RequestSheet
          desk={desk}
          isOpenStage={isOpenStage(stage)}
          mayBeOpen={stage.speakPolicy === 'followed' && stage.seatsFree > 0}
          onClose={() => {
            isAsking.value = false;
            deeds.forget();
          }}
        />
      )}
    </>
  );
}

/** Whether a request brings a person up at once. */
function isOpenStage({ speakPolicy, seatsFree }: Stage): boolean {
  return speakPolicy === 'everyone' && seatsFree > 0;
}

/** Where a listener stands with speaking, in a line or two. */
export function SpeakLine({ stage, me }: Omit<SpeakProps, 'desk'>) {
  const say = useWords();
  const line = speakLineOf(stage, me, say);
  return (
    <p class="speak-line" role="status">
      {line}
    </p>
  );
}

function speakLineOf(stage: Stage, { request }: Me, say: Say): string | null {
  if (request) {
    const place = say('queuePlace', { n: request.place });
    return stage.seatsFree > 0 ? place : `${place} ${say('fault_stage_full')}.`;
  }
  if (stage.requestsLocked) return `${say('fault_requests_locked')}.`;
  if (isOpenStage(stage)) return say('seatIsFree');
  return stage.seatsFree > 0 ? null : `${say('fault_stage_full')}.`;
}
