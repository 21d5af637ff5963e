import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '#shared/ui/button.tsx';
import { SitesPicture } from './pictures.tsx';
import type { StepProps } from './step.tsx';

/** The way into Perch itself. */
export function EndStep({ desk, say: t, onBack }: Pick<StepProps, 'desk' | 'say' | 'onBack'>) {
  const isByHand = useSignal(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const open = async () => (isByHand.value = !(await desk.openPopup()));
  return (
    <section class="step" aria-labelledby="step-title">
      <div class="step-picture" aria-hidden="true">
        <SitesPicture isLive />
      </div>
      <div class="step-text">
        <h2 id="step-title" ref={heading} tabIndex={-1}>
          {t('allSetTitle')}
        </h2>
        <p class="step-help">{t('allSetHelp')}</p>
        <p class="step-news" role="status">
          {isByHand.value && t('popupByHand')}
        </p>
      </div>
      <div class="step-foot">
        {onBack && (
          <Button look="quiet" onClick={onBack}>
            {t('stepBack')}
          </Button>
        )}
        <span class="step-ways">
          <Button look="quiet" onClick={() => void desk.openOptions()}>
            {t('moreSettings')}
          </Button>
          <Button look="primary" onClick={() => void open()}>
            {t('seeWhatIsLive')}
          </Button>
        </span>
      </div>
    </section>
  );
}
