import { Mic } from 'lucide';
import { Button } from '#shared/ui/button.tsx';
import type { Say } from '#shared/ui/context.ts';
import { Icon } from '#shared/ui/icon.tsx';
import { Mark } from '#shared/ui/mark.tsx';
import { DeviceField } from '#shared/ui/sound/device-field.tsx';
import type { Device } from '#shared/ui/sound/sound-desk.ts';
import type { Catalogue } from '#shared/words/words.ts';
import { say } from '#shared/words/words.ts';
import { Blocked } from './blocked.tsx';
import type { CheckStage } from './check.ts';
import { LEVEL_WORDS, type Level } from './level.ts';
import type { Take } from './take.ts';

export interface CheckSheetProps {
  catalogue: Catalogue;
  stage: CheckStage;
  device: string;
  devices: readonly Device[];
  input: string;
  level: Level;
  isBlockedBySystem: boolean;
  take: Take;
  onOpen(): void;
  onChoose(id: string): void;
  onRecord(): void;
  onClose(): void;
}

/** Whether a person can be heard, before they speak: which microphone, how loud, and how it sounds. */
export function CheckSheet(props: CheckSheetProps) {
  const { catalogue, stage, onOpen, onClose } = props;
  const t: Say = (key, values) => say(catalogue, key, values);
  const isWaiting = stage === 'idle' || stage === 'opening';
  return (
    <section class="check">
      <Mark />
      {isWaiting || stage === 'open' ? (
        <>
          <h1>{t('checkMicrophone')}</h1>
          <p class="check-why">{t('checkWhy')}</p>
          {stage === 'open' ? <OpenCheck {...props} t={t} /> : <StartCheck {...props} t={t} />}
        </>
      ) : (
        <Blocked catalogue={catalogue} block={stage} onAgain={onOpen} onClose={onClose} />
      )}
    </section>
  );
}

interface PartProps extends CheckSheetProps {
  t: Say;
}

function StartCheck({ stage, onOpen, onClose, t }: PartProps) {
  const isOpening = stage === 'opening';
  return (
    <>
      <div class="check-face" aria-hidden="true">
        <Icon of={Mic} size={44} />
      </div>
      <p class="check-word" role="status">
        {t(isOpening ? 'checkOpening' : 'checkStartHelp')}
      </p>
      <div class="page-actions">
        <Button look="primary" isBusy={isOpening} onClick={onOpen}>
          {t('checkStart')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('closeTab')}
        </Button>
      </div>
      <p class="check-note">{t('checkPrivacy')}</p>
    </>
  );
}

function OpenCheck(props: PartProps) {
  const { take, devices, input, onChoose, onRecord, onClose, t } = props;
  const isBusy = take.state === 'recording' || take.state === 'playing';
  const isAgain = take.state === 'heard' || take.state === 'nothing';
  return (
    <>
      <Meter {...props} />
      <DeviceField label={t('microphone')} devices={devices} chosen={input} onChoose={onChoose} />
      <div class="page-actions">
        <Button look="primary" isBusy={isBusy} onClick={onRecord}>
          {t(isAgain ? 'recordAgain' : 'recordAndHear')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('closeTab')}
        </Button>
      </div>
      <p class="check-take" data-state={take.state}>
        {take.state === 'recording' && <b aria-hidden="true">{take.left}</b>}
        <span role="status">{takeLineOf(take, t)}</span>
      </p>
      <p class="check-note">{t('checkPrivacy')}</p>
    </>
  );
}

function takeLineOf({ state }: Take, t: Say): string | null {
  if (state === 'recording') return t('recordingNow');
  if (state === 'playing') return t('playingBack');
  if (state === 'heard') return t('heardWell');
  if (state === 'nothing') return t('heardNothing');
  return state === 'failed' ? t('notRecorded') : null;
}

function Meter({ device, level, isBlockedBySystem, t }: PartProps) {
  const percent = Math.round(level.now * 100);
  const line = isBlockedBySystem ? t('oddity_system_muted') : t(`level_${level.word}`);
  const style = {
    '--level': level.now.toFixed(2),
    // For those to whom nothing should move: no more than the word says.
    '--step': String(LEVEL_WORDS.indexOf(level.word) / (LEVEL_WORDS.length - 1)),
  };
  return (
    <div class="check-meter" style={style} data-word={level.word}>
      <div class="check-face" aria-hidden="true">
        <Icon of={Mic} size={44} />
      </div>
      <div
        class="meter"
        role="meter"
        aria-label={t('yourLevel')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={line}
      >
        <div class="meter-fill" />
      </div>
      <p class="check-word">{line}</p>
      <p class="check-device" dir="auto">
        {device}
      </p>
      {isBlockedBySystem && <p class="check-why">{t('oddityHelp_system_muted')}</p>}
    </div>
  );
}
