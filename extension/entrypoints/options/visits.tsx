import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import type { Visit } from '#shared/schema/history.ts';
import { hostOf } from '#shared/schema/space-link.ts';
import { Button } from '#shared/ui/button.tsx';
import { isolated } from '#shared/words/isolated.ts';
import type { PartProps } from './options-page.tsx';

/** As many as one takes in at a glance. */
const AT_FIRST = 5;

/** The Spaces that the person was in, each with its page; this device alone knows them. */
export function Visits({ options, say: t }: PartProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const showsAll = useSignal(false);
  const { visits, clear } = options.privacy;
  const all = visits.value;
  const handleClear = async () => {
    await clear();
    heading.current?.focus();
  };
  return (
    <div class="visits">
      <h3 id={id} ref={heading} tabIndex={-1}>
        {t('visits')}
      </h3>
      {all.length === 0 && <p class="options-help">{t('noVisits')}</p>}
      <ul class="entries" aria-labelledby={id}>
        {(showsAll.value ? all : all.slice(0, AT_FIRST)).map((visit) => (
          <VisitRow key={`${visit.server} ${visit.spaceId}`} visit={visit} options={options} say={t} />
        ))}
      </ul>
      {all.length > 0 && (
        <p class="visits-foot">
          {all.length > AT_FIRST && !showsAll.value && (
            <Button look="quiet" onClick={() => (showsAll.value = true)}>
              {t('showAllVisits', { n: all.length })}
            </Button>
          )}
          <Button look="quiet" onClick={() => void handleClear()}>
            {t('clearVisits')}
          </Button>
        </p>
      )}
    </div>
  );
}

function VisitRow({ visit, options, say: t }: PartProps & { visit: Visit }) {
  const { spaceId, server, title, host, at } = visit;
  const { language } = options.catalogue.value;
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
  const values = { host: isolated(host), server: hostOf(server), when };
  return (
    <li class="entry">
      <span class="entry-name">
        <a href={`${server}/s/${spaceId}`} target="_blank" rel="noreferrer" dir="auto">
          {title || hostOf(server)}
        </a>
        <span class="entry-note">{t(host ? 'visitLine' : 'visitLineHostless', values)}</span>
      </span>
    </li>
  );
}
