import { useSignal } from '@preact/signals';
import type { BarSettings } from '#shared/schema/view.ts';
import { Button } from '#shared/ui/button.tsx';
import { Switch } from '#shared/ui/parts/switch.tsx';
import { isHiddenToday, shownToday } from '#shared/ui/site/bar-settings.ts';
import type { PartProps } from './options-page.tsx';
import { Section } from './section.tsx';

/** What the bar does on every site. */
export function BarChoices({ options: { sites }, say: t }: PartProps) {
  const isBusy = useSignal(false);
  const bar = sites.bar.value;
  const change = async (part: Partial<BarSettings>) => {
    isBusy.value = true;
    await sites.changeBar((now) => ({ ...now, ...part }));
    isBusy.value = false;
  };
  return (
    <Section part="bar" title={t('bar')}>
      <Switch
        label={t('barAlways')}
        help={t('barAlwaysHelp')}
        isOn={bar.always}
        isBusy={isBusy.value}
        onChange={(always) => void change({ always })}
      />
      <Switch
        label={t('barCollapsed')}
        help={t('barCollapsedHelp')}
        isOn={bar.collapsed}
        isBusy={isBusy.value}
        onChange={(collapsed) => void change({ collapsed })}
      />
      {isHiddenToday(bar, Date.now()) && (
        <p class="options-undo">
          <span>{t('barHiddenToday')}</span>
          <Button look="quiet" onClick={() => void sites.changeBar(shownToday)}>
            {t('showItNow')}
          </Button>
        </p>
      )}
    </Section>
  );
}
