import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '#shared/ui/button.tsx';
import { DeviceField } from '#shared/ui/sound/device-field.tsx';
import { useDevices } from '#shared/ui/sound/devices.ts';
import { SoundPicture } from './pictures.tsx';
import { StepFrame, type StepProps } from './step.tsx';

/** Three notes, and whether they arrived. */
export function SoundStep({ desk, say: t, isDone, onDone, onNext, onBack }: StepProps) {
  const state = useSignal<'new' | 'playing' | 'played' | 'unheard'>('new');
  const why = useSignal('');
  const answer = useRef<HTMLButtonElement>(null);
  const play = async () => {
    if (state.value === 'playing') return;
    state.value = 'playing';
    why.value = '';
    try {
      await desk.play(desk.sound.settings.value.output);
      state.value = 'played';
    } catch (error) {
      why.value = error instanceof Error ? error.message : String(error);
      state.value = 'unheard';
    }
  };
  useEffect(() => {
    if (state.value === 'played' && !isDone) answer.current?.focus();
  }, [state.value]);
  const isPlaying = state.value === 'playing';
  const playButton = (
    <Button look="primary" isBusy={isPlaying} onClick={() => void play()}>
      {t(isPlaying ? 'playingSound' : state.value === 'new' ? 'playSound' : 'playAgain')}
    </Button>
  );
  return (
    <StepFrame
      say={t}
      title={t('soundTitle')}
      help={t('soundHelp')}
      picture={<SoundPicture isPlaying={isPlaying} />}
      isDone={isDone}
      onNext={onNext}
      onBack={onBack}
      action={state.value === 'played' ? <></> : playButton}
    >
      {state.value === 'played' && !isDone && (
        <div class="step-question" role="group" aria-labelledby="did-you-hear">
          <p id="did-you-hear" role="status">
            {t('didYouHear')}
          </p>
          <Button look="primary" buttonRef={answer} onClick={onDone}>
            {t('iHeardIt')}
          </Button>
          <Button look="quiet" onClick={() => (state.value = 'unheard')}>
            {t('iHeardNothing')}
          </Button>
        </div>
      )}
      {state.value === 'unheard' && !isDone && <Unheard desk={desk} say={t} why={why.value} />}
      <p class="step-news" role="status">
        {isDone && t('soundDone')}
      </p>
    </StepFrame>
  );
}

/** What may be in the way, and other speakers where the browser names any. */
function Unheard({ desk: { sound }, say: t, why }: Pick<StepProps, 'desk' | 'say'> & { why: string }) {
  const outputs = useDevices(sound).value?.outputs ?? [];
  return (
    <div class="step-unheard">
      {why && <p role="alert">{t('soundFailed', { why })}</p>}
      <p role="status">{t('soundHints')}</p>
      {outputs.length > 0 ? (
        <DeviceField
          label={t('playThrough')}
          devices={outputs}
          chosen={sound.settings.value.output}
          onChoose={(output) => void sound.change({ output })}
        />
      ) : (
        <p class="step-note">{t('speakersUnnamed')}</p>
      )}
    </div>
  );
}
