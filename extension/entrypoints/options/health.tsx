import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Button } from '#shared/ui/button.tsx';
import type { Health as SiteHealth } from '../../platform/health.ts';
import type { PartProps } from './options-page.tsx';
import { reportOf } from './report.ts';
import { Section } from './section.tsx';

/** What an adapter finds in the open timeline, for whoever misses something there. */
export function Health({ options, say: t }: PartProps) {
  const state = useSignal<'checking' | 'none' | SiteHealth | null>(null);
  const isChecking = state.value === 'checking';
  const found = typeof state.value === 'object' ? state.value : null;
  const check = async () => {
    state.value = 'checking';
    state.value = (await options.sites.checkTimeline()) ?? 'none';
  };
  return (
    <Section part="health" title={t('health')} help={t('healthHelp')}>
      <Button look="quiet" isBusy={isChecking} onClick={() => void check()}>
        {t(isChecking ? 'checking' : 'checkTimeline')}
      </Button>
      <div role="status">{state.value === 'none' && <p class="health-none">{t('noTimeline')}</p>}</div>
      {found && <Found health={found} options={options} say={t} />}
    </Section>
  );
}

function Found({ health, options, say: t }: PartProps & { health: SiteHealth }) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const note = useSignal<'reportCopied' | 'copyFailed' | null>(null);
  const copy = async () => {
    const { browser, copy: write } = options.sites;
    const isCopied = await write(reportOf(health, options.version, browser));
    note.value = isCopied ? 'reportCopied' : 'copyFailed';
  };
  return (
    <div class="health-found">
      <h3 id={id} ref={heading} tabIndex={-1}>
        {t('foundOn', { site: health.site })}
      </h3>
      <ul aria-labelledby={id}>
        {Object.entries(health.counts).map(([name, n]) => (
          <li key={name} class="health-row" data-none={n === 0 || undefined}>
            <code>{name}</code>
            <span>{n === 0 ? t('noneFound') : t('countFound', { n })}</span>
          </li>
        ))}
      </ul>
      <p class="options-help">
        {t('reportVersions', { perch: options.version, browser: options.sites.browser })}
      </p>
      <p class="options-help">{t('healthNote')}</p>
      <p class="options-help">{t('copyReportHelp')}</p>
      <div class="health-copy">
        <Button look="quiet" onClick={() => void copy()}>
          {t('copyReport')}
        </Button>
        <p role="status">{note.value && t(note.value)}</p>
      </div>
    </div>
  );
}
