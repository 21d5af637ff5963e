import { useSignal } from '@preact/signals';
import { Button } from '#shared/ui/button.tsx';
import type { Say } from '#shared/ui/context.ts';
import { Switch } from '#shared/ui/parts/switch.tsx';
import { isHiddenOn, isOff, shownOn, switched } from '#shared/ui/site/bar-settings.ts';
import { listed } from '#shared/words/isolated.ts';
import type { SiteOptions } from './site-options.ts';

interface FixedSitesProps {
  sites: Pick<SiteOptions, 'bar' | 'changeBar' | 'fixed' | 'refused' | 'allowFixed'>;
  language: string;
  say: Say;
}

/** The sites that Perch knows by name, each with a switch. */
export function FixedSites({ sites, language, say: t }: FixedSitesProps) {
  return (
    <>
      {sites.refused.value.length > 0 && <RefusedSites sites={sites} language={language} say={t} />}
      <ul class="entries" aria-label={t('sites')}>
        {sites.fixed.map((names) => (
          <FixedSite key={names[0]} names={names} sites={sites} language={language} say={t} />
        ))}
      </ul>
    </>
  );
}

/** Says where the browser keeps Perch out, and asks for all of it with one click. */
function RefusedSites({ sites, language, say: t }: FixedSitesProps) {
  const isAsking = useSignal(false);
  const handleClick = async () => {
    const asked = sites.allowFixed();
    isAsking.value = true;
    await asked;
    isAsking.value = false;
  };
  return (
    <p class="options-undo" role="status">
      <span>{t('sitesRefused', { hosts: listed(sites.refused.value, language) })}</span>
      <Button look="primary" isBusy={isAsking.value} onClick={() => void handleClick()}>
        {t('allowIt')}
      </Button>
    </p>
  );
}

/** Names that are no more than a part of another one go without saying. */
const otherNames = (names: readonly string[]) =>
  names.slice(1).filter((name) => !names.some((other) => name.endsWith(`.${other}`)));

function FixedSite({ names, sites, language, say: t }: FixedSitesProps & { names: readonly string[] }) {
  const { bar, changeBar } = sites;
  const isBusy = useSignal(false);
  const [host] = names;
  const others = otherNames(names);
  const isOn = !isOff(bar.value, names);
  const flip = async (on: boolean) => {
    isBusy.value = true;
    await changeBar((now) => switched(now, names, on));
    isBusy.value = false;
  };
  const list = listed(others, language);
  return (
    <li>
      <Switch
        label={host!}
        help={others.length > 0 ? t('alsoOn', { hosts: list }) : undefined}
        isOn={isOn}
        isBusy={isBusy.value}
        onChange={(on) => void flip(on)}
      />
      {isOn && <HiddenHere names={names} sites={sites} say={t} />}
    </li>
  );
}

interface HiddenHereProps extends Pick<FixedSitesProps, 'say'> {
  names: readonly string[];
  sites: Pick<SiteOptions, 'bar' | 'changeBar'>;
}

/** Says that the bar is hidden on a site, and brings it back. */
export function HiddenHere({ names, sites, say: t }: HiddenHereProps) {
  if (!isHiddenOn(sites.bar.value, names)) return null;
  return (
    <p class="options-undo">
      <span>{t('barHiddenHere')}</span>
      <Button
        look="quiet"
        aria-label={t('showBarOn', { host: names[0]! })}
        onClick={() => void sites.changeBar((now) => shownOn(now, names))}
      >
        {t('showItAgain')}
      </Button>
    </p>
  );
}
