import type { FaultCode } from '#shared/schema/errors.ts';
import { Button } from '#shared/ui/button.tsx';
import { Mark } from '#shared/ui/mark.tsx';
import type { Catalogue, WordKey } from '#shared/words/words.ts';
import { say } from '#shared/words/words.ts';

/** How far the conversation about the microphone has come: being asked, allowed, or what stands in the way. */
export type AskStage = 'asking' | 'ready' | FaultCode;

export interface AskSheetProps {
  catalogue: Catalogue;
  stage: AskStage;
  onAsk(): void;
  onClose(): void;
}

/** The words of each stage: what is so, then what to do. */
function wordsOf(stage: AskStage): [WordKey, WordKey] {
  if (stage === 'asking') return ['microphoneTitle', 'microphoneAsk'];
  if (stage === 'ready') return ['microphoneReady', 'microphoneReadyHelp'];
  if (stage === 'microphone_denied') return ['fault_microphone_denied', 'microphoneDeniedSteps'];
  return [`fault_${stage}`, `faultHelp_${stage}`];
}

/** What the microphone page says, and what a person can do about it. */
export function AskSheet({ catalogue, stage, onAsk, onClose }: AskSheetProps) {
  const t = (key: WordKey) => say(catalogue, key);
  const [title, help] = wordsOf(stage);
  const isTrouble = stage !== 'asking' && stage !== 'ready';
  return (
    <section class="ask">
      <Mark />
      <h1>{t(title)}</h1>
      {stage === 'asking' && <p>{t('microphoneWhy')}</p>}
      <p role={isTrouble ? 'alert' : 'status'}>{t(help)}</p>
      {isTrouble && (
        <Button look="primary" onClick={onAsk}>
          {t('tryAgain')}
        </Button>
      )}
      {stage !== 'asking' && (
        <Button look="quiet" onClick={onClose}>
          {t('closeTab')}
        </Button>
      )}
    </section>
  );
}
