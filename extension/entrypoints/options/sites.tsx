import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { Button } from '#shared/ui/button.tsx';
import { AddSite } from './add-site.tsx';
import { AwaitedSites } from './awaited-sites.tsx';
import { FixedSites, HiddenHere } from './fixed-sites.tsx';
import type { PartProps } from './options-page.tsx';
import { Section } from './section.tsx';

/** Where Perch works: the sites that it knows by name, and the hosts that the person added. */
export function Sites({ options, say: t }: PartProps) {
  return (
    <Section part="sites" title={t('sites')} help={t('sitesHelp')}>
      <FixedSites sites={options.sites} language={options.catalogue.value.language} say={t} />
      <AwaitedSites options={options} say={t} />
      <AddedSites options={options} say={t} />
    </Section>
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
      <AddSite sites={options.sites} say={t} />
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
      <p class="entry">
        <bdi class="entry-name entry-wrap" dir="ltr">
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
      <HiddenHere names={[host]} sites={options.sites} say={t} />
    </li>
  );
}
