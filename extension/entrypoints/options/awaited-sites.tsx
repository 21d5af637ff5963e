import { useId, useRef } from 'preact/hooks';
import { Button } from '#shared/ui/button.tsx';
import type { PartProps } from './options-page.tsx';

/** Sites that came with a settings file, and that the browser lets Perch into with the person's click alone. */
export function AwaitedSites({ options: { sites }, say: t }: PartProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const awaited = sites.awaited.value;
  if (awaited.length === 0) return null;
  return (
    <div class="sites-awaited">
      <h3 id={id} ref={heading} tabIndex={-1}>
        {t('awaitedSites')}
      </h3>
      <p class="options-help">{t('awaitedSitesHelp')}</p>
      <ul class="entries" aria-labelledby={id}>
        {awaited.map((site) => (
          <li key={site.host} class="entry">
            <bdi class="entry-name entry-wrap" dir="ltr">
              {site.host}
            </bdi>
            <Button
              look="quiet"
              aria-label={t('removeSite', { host: site.host })}
              onClick={() => {
                void sites.dropAwaited(site.host);
                heading.current?.focus();
              }}
            >
              {t('removeIt')}
            </Button>
            <Button
              look="primary"
              aria-label={t('allowSite', { host: site.host })}
              onClick={() => void sites.allow(site)}
            >
              {t('allowIt')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
