import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Button } from '#shared/ui/button.tsx';
import { Switch } from '#shared/ui/parts/switch.tsx';
import { isHiddenToday, shownToday } from '#shared/ui/site/bar-settings.ts';
import type { PartProps } from './options-page.tsx';

/** What the bar does on every site. */
export function BarChoices({ options: { sites }, say: t }: PartProps) {
  const id = useId();
  const isBusy = useSignal(false);
  const bar = sites.bar.value;
  const change = async (always: boolean) => {
    isBusy.value = true;
    await sites.changeBar((now) => ({ ...now, always }));
    isBusy.value = false;
  };
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('bar')}</h2>
      <Switch
        label={t('barAlways')}
        help={t('barAlwaysHelp')}
        isOn={bar.always}
        isBusy={isBusy.value}
        onChange={(on) => void change(on)}
      />
      {isHiddenToday(bar, Date.now()) && (
        <p class="options-undo">
          <span>{t('barHiddenToday')}</span>
          <Button look="quiet" onClick={() => void sites.changeBar(shownToday)}>
            {t('showItNow')}
          </Button>
        </p>
      )}
    </section>
  );
}
