import { Button } from '#shared/ui/button.tsx';
import { Mark } from '#shared/ui/mark.tsx';
import type { Catalogue, WordKey } from '#shared/words/words.ts';
import { say } from '#shared/words/words.ts';
import { Blocked } from './blocked.tsx';
import type { Block } from './blocks.ts';

/** How far the conversation about the microphone has come: being asked, allowed, or what stands in the way. */
export type AskStage = 'asking' | 'ready' | Block;

export interface AskSheetProps {
  catalogue: Catalogue;
  stage: AskStage;
  /** What more there is to say while the browser asks. */
  hint?: string;
  /** What to do after a no where there is no address bar. */
  deniedStep?: WordKey;
  /** Says how it closes where it is no tab. */
  closeLabel?: string;
  onAsk(): void;
  onClose(): void;
}

/** What the microphone page says while it asks, and what a person can do about it. */
export function AskSheet(props: AskSheetProps) {
  const { catalogue, stage, hint, deniedStep, closeLabel, onAsk, onClose } = props;
  const t = (key: WordKey) => say(catalogue, key);
  const close = closeLabel ?? t('closeTab');
  return (
    <section class="asking">
      <Mark />
      {stage === 'asking' && (
        <>
          <h1>{t('microphoneTitle')}</h1>
          <p>{t('microphoneWhy')}</p>
          <p role="status">{t('microphoneAsk')}</p>
          {hint && <p>{hint}</p>}
        </>
      )}
      {stage === 'ready' && (
        <>
          <h1>{t('microphoneReady')}</h1>
          <p role="status">{t('microphoneReadyHelp')}</p>
          <Button look="quiet" onClick={onClose}>
            {close}
          </Button>
        </>
      )}
      {stage !== 'asking' && stage !== 'ready' && (
        <Blocked
          catalogue={catalogue}
          block={stage}
          deniedStep={deniedStep}
          closeLabel={closeLabel}
          onAgain={onAsk}
          onClose={onClose}
        />
      )}
    </section>
  );
}
