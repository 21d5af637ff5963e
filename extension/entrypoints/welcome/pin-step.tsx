import { useEffect } from 'preact/hooks';
import { Button } from '#shared/ui/button.tsx';
import { StepFrame, type StepProps } from './step.tsx';
import { ToolbarPicture } from './pictures.tsx';

/** The icon in the toolbar; the step ticks itself once the browser tells that it is there. */
export function PinStep({ desk, say: t, isDone, onDone, onNext, onBack }: StepProps) {
  const isPinned = desk.isPinned.value === true;
  useEffect(() => {
    if (isPinned) onDone();
  }, [isPinned]);
  return (
    <StepFrame
      say={t}
      title={t('pinTitle')}
      help={t('pinHelp')}
      picture={<ToolbarPicture isPinned={isPinned} />}
      isDone={isDone}
      onNext={onNext}
      onBack={onBack}
      action={
        <Button
          look="primary"
          onClick={() => {
            onDone();
            onNext();
          }}
        >
          {t('pinnedIt')}
        </Button>
      }
    >
      <p class="step-news" role="status">
        {isPinned && t('pinDone')}
      </p>
    </StepFrame>
  );
}
