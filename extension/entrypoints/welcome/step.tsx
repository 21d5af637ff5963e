import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '#shared/ui/button.tsx';
import type { Say } from '#shared/ui/context.ts';
import type { WelcomeDesk } from './welcome-desk.ts';

export interface StepProps {
  desk: WelcomeDesk;
  say: Say;
  isDone: boolean;
  /** The person has done what the step is for. */
  onDone: () => void;
  onNext: () => void;
  onBack: (() => void) | null;
}

interface FrameProps extends Pick<StepProps, 'say' | 'isDone' | 'onNext' | 'onBack'> {
  title: string;
  help: string;
  picture: ComponentChildren;
  /** The next thing to do here, while it is not done; the way on takes its place. */
  action?: ComponentChildren;
  children?: ComponentChildren;
}

/** One step: its picture, what it is about, what can be done, and the ways back and on. */
export function StepFrame(props: FrameProps) {
  const { say: t, title, help, picture, action, isDone, onNext, onBack, children } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    // What was pressed last may be gone with what it was for.
    if (isDone && document.activeElement === document.body) next.current?.focus();
  }, [isDone]);
  return (
    <section class="step" aria-labelledby="step-title">
      <div class="step-picture" aria-hidden="true">
        {picture}
      </div>
      <div class="step-text">
        <h2 id="step-title" ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <p class="step-help">{help}</p>
        {children}
      </div>
      <div class="step-foot">
        {onBack && (
          <Button look="quiet" onClick={onBack}>
            {t('stepBack')}
          </Button>
        )}
        <span class="step-ways">
          {!isDone && (
            <Button look="quiet" onClick={onNext}>
              {t('skipStep')}
            </Button>
          )}
          {isDone || !action ? (
            <Button look="primary" buttonRef={next} onClick={onNext}>
              {t('nextStep')}
            </Button>
          ) : (
            action
          )}
        </span>
      </div>
    </section>
  );
}
