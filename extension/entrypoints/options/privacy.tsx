import { useSignal } from '@preact/signals';
import { Button } from '#shared/ui/button.tsx';
import { Switch } from '#shared/ui/parts/switch.tsx';
import type { PartProps } from './options-page.tsx';
import { Section } from './section.tsx';
import { Visits } from './visits.tsx';

/** What others see of the person, and what this device keeps. */
export function Privacy({ options, say: t }: PartProps) {
  const { isShown, showMe, isAhead, getAhead, keeps, keep } = options.privacy;
  return (
    <Section part="privacy" title={t('privacy')}>
      <Switch
        label={t('nameMe')}
        help={t('nameMeHelp')}
        isOn={isShown.value}
        onChange={(on) => void showMe(on)}
      />
      <Switch
        label={t('getReady')}
        help={t('getReadyHelp')}
        isOn={isAhead.value}
        onChange={(on) => void getAhead(on)}
      />
      <Switch
        label={t('keepVisits')}
        help={t('keepVisitsHelp')}
        isOn={keeps.value}
        onChange={(on) => void keep(on)}
      />
      {keeps.value && <Visits options={options} say={t} />}
      <Forgetting options={options} say={t} />
    </Section>
  );
}

function Forgetting({ options, say: t }: PartProps) {
  const state = useSignal<'idle' | 'busy' | 'done'>('idle');
  const forget = async () => {
    state.value = 'busy';
    await options.privacy.forgetRest();
    state.value = 'done';
  };
  return (
    <div class="forgetting">
      <div class="entry">
        <span class="entry-name">
          {t('forgetRest')}
          <span class="entry-note">{t('forgetRestHelp')}</span>
        </span>
        <Button
          look="quiet"
          aria-label={t('forgetRest')}
          isBusy={state.value === 'busy'}
          onClick={() => void forget()}
        >
          {t('forget')}
        </Button>
      </div>
      <p class="options-help" role="status">
        {state.value === 'done' && t('forgotten')}
      </p>
    </div>
  );
}
