import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { Button } from '#shared/ui/button.tsx';
import { Switch } from '#shared/ui/parts/switch.tsx';
import { isHiddenOn, isOff, shownOn, switched } from '#shared/ui/site/bar-settings.ts';
import { listed } from '#shared/words/isolated.ts';
import type { PartProps } from './options-page.tsx';

/** Where Perch works: the sites that it knows by name, and the hosts that the person added. */
export function Sites({ options, say: t }: PartProps) {
  const id = useId();
  return (
    <section class="sites" aria-labelledby={id}>
      <h2 id={id}>{t('sites')}</h2>
      <p class="options-help">{t('sitesHelp')}</p>
      <ul aria-labelledby={id}>
        {options.sites.fixed.map((names) => (
          <FixedSite key={names[0]} names={names} options={options} say={t} />
        ))}
      </ul>
      <AddedSites options={options} say={t} />
    </section>
  );
}

/** Names that are no more than a part of another one go without saying. */
const otherNames = (names: readonly string[]) =>
  names.slice(1).filter((name) => !names.some((other) => name.endsWith(`.${other}`)));

function FixedSite({ names, options, say: t }: PartProps & { names: readonly string[] }) {
  const { bar, changeBar } = options.sites;
  const isBusy = useSignal(false);
  const [host] = names;
  const others = otherNames(names);
  const isOn = !isOff(bar.value, names);
  const flip = async (on: boolean) => {
    isBusy.value = true;
    await changeBar((now) => switched(now, names, on));
    isBusy.value = false;
  };
  const { language } = options.catalogue.value;
  const list = listed(others, language);
  return (
    <li class="site-place">
      <Switch
        label={host!}
        help={others.length > 0 ? t('alsoOn', { hosts: list }) : undefined}
        isOn={isOn}
        isBusy={isBusy.value}
        onChange={(on) => void flip(on)}
      />
      {isOn && <HiddenHere names={names} options={options} say={t} />}
    </li>
  );
}

function HiddenHere({ names, options: { sites }, say: t }: PartProps & { names: readonly string[] }) {
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

function AddedSites({ options, say: t }: PartProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const chosen = options.sites.chosen.value;
  const remove = async (host: string) => {
    await options.sites.removeSite(host);
    heading.current?.focus();
  };
  return (
    <div class="sites-added">
      <h3 id={id} ref={heading} tabIndex={-1}>
        {t('addedByYou')}
      </h3>
      <ul aria-labelledby={id}>
        {chosen.map(({ host }) => (
          <AddedSite key={host} host={host} options={options} say={t} onRemove={() => remove(host)} />
        ))}
      </ul>
      <p class="options-help">{t('addSiteHelp')}</p>
    </div>
  );
}

interface AddedSiteProps extends PartProps {
  host: string;
  onRemove: () => Promise<void>;
}

function AddedSite({ host, options, say: t, onRemove }: AddedSiteProps) {
  const isBusy = useSignal(false);
  const handleClick = async () => {
    isBusy.value = true;
    await onRemove();
    isBusy.value = false;
  };
  return (
    <li class="site-place">
      <p class="site-added">
        <bdi class="site-name" dir="ltr">
          {host}
        </bdi>
        <Button
          look="quiet"
          aria-label={t('removeSite', { host })}
          isBusy={isBusy.value}
          onClick={() => void handleClick()}
        >
          {t('removeIt')}
        </Button>
      </p>
      <HiddenHere names={[host]} options={options} say={t} />
    </li>
  );
}
