import { Button } from '#shared/ui/button.tsx';
import type { Catalogue, WordKey } from '#shared/words/words.ts';
import { say } from '#shared/words/words.ts';
import { type Block, BLOCK_TITLES, stepsOf, whereOf } from './blocks.ts';

interface BlockedProps {
  catalogue: Catalogue;
  block: Block;
  /** What to do after a no where there is no address bar. */
  deniedStep?: WordKey;
  /** Says how it closes where it is no tab. */
  closeLabel?: string;
  onAgain(): void;
  onClose(): void;
}

/** What keeps the microphone from a person, and how they undo that. */
export function Blocked({ catalogue, block, deniedStep, closeLabel, onAgain, onClose }: BlockedProps) {
  const t = (key: WordKey) => say(catalogue, key);
  const isHere = block === 'denied' && deniedStep !== undefined;
  const steps = isHere ? [deniedStep] : stepsOf(block, whereOf(navigator.userAgent));
  return (
    <>
      <div role="alert" class="blocked">
        <h1>{t(BLOCK_TITLES[block])}</h1>
        <ol class="blocked-steps">
          {steps.map((step) => (
            <li key={step}>{t(step)}</li>
          ))}
        </ol>
      </div>
      <div class="page-actions">
        <Button look="primary" onClick={onAgain}>
          {t('tryAgain')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {closeLabel ?? t('closeTab')}
        </Button>
      </div>
    </>
  );
}
