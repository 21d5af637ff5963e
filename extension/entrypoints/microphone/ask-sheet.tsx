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
  onAsk(): void;
  onClose(): void;
}

/** What the microphone page says while it asks, and what a person can do about it. */
export function AskSheet({ catalogue, stage, onAsk, onClose }: AskSheetProps) {
  const t = (key: WordKey) => say(catalogue, key);
  return (
    <section class="asking">
      <Mark />
      {stage === 'asking' && (
        <>
          <h1>{t('microphoneTitle')}</h1>
          <p>{t('microphoneWhy')}</p>
          <p role="status">{t('microphoneAsk')}</p>
        </>
      )}
      {stage === 'ready' && (
        <>
          <h1>{t('microphoneReady')}</h1>
          <p role="status">{t('microphoneReadyHelp')}</p>
          <Button look="quiet" onClick={onClose}>
            {t('closeTab')}
          </Button>
        </>
      )}
      {stage !== 'asking' && stage !== 'ready' && (
        <Blocked catalogue={catalogue} block={stage} onAgain={onAsk} onClose={onClose} />
      )}
    </section>
  );
}
