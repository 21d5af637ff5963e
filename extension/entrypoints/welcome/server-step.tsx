import { PrivacyLink } from '../options/privacy-link.tsx';
import { ServerForm } from '../options/server-form.tsx';
import { ServerPicture } from './pictures.tsx';
import { StepFrame, type StepProps } from './step.tsx';

/** The home server, checked before it is kept. */
export function ServerStep({ desk, say: t, isDone, onDone, onNext, onBack }: StepProps) {
  return (
    <StepFrame
      say={t}
      title={t('serverTitle')}
      help={t('serverWhat')}
      picture={<ServerPicture isFound={isDone} />}
      isDone={isDone}
      onNext={onNext}
      onBack={onBack}
      action={<></>}
    >
      <ServerForm
        address={desk.address.value}
        check={desk.useServer}
        say={t}
        look={isDone ? 'quiet' : 'primary'}
        onSaved={onDone}
      />
      {isDone && <p class="step-news">{t('serverDone')}</p>}
      {isDone && (
        <p class="step-note">
          <PrivacyLink server={desk.address.value} say={t} />
        </p>
      )}
    </StepFrame>
  );
}
