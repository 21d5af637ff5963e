import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { hostOf } from '#shared/schema/space-link.ts';
import { Button } from '#shared/ui/button.tsx';
import type { Say } from '#shared/ui/context.ts';
import { languageTitle } from '#shared/ui/language-name.ts';
import type { WordKey } from '#shared/words/words.ts';
import type { Options, PartProps } from '../options-page.tsx';
import type { Change } from './changes.ts';
import type { Given } from './settings-file.ts';

/** A file that was read, and what it would change. */
export interface Offer {
  given: Given;
  changes: Change[];
}

interface QuestionProps extends PartProps {
  offer: Offer;
  onYes: () => Promise<void>;
  onNo: () => void;
}

/** Says all that an import would change before it does. */
export function ImportQuestion({ offer, options, say: t, onYes, onNo }: QuestionProps) {
  const id = useId();
  const isBusy = useSignal(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const hasChanges = offer.changes.length > 0;
  const handleYes = async () => {
    isBusy.value = true;
    await onYes();
  };
  return (
    <div class="import-question" role="group" aria-labelledby={id}>
      <h3 id={id} ref={heading} tabIndex={-1}>
        {t(hasChanges ? 'importQuestion' : 'importNothing')}
      </h3>
      {hasChanges && (
        <>
          <ul aria-labelledby={id}>
            {offer.changes.map((change) => (
              <li key={change.of}>{lineOf(change, options, t)}</li>
            ))}
          </ul>
          <p class="options-help">{t('importHelp')}</p>
        </>
      )}
      <div class="import-choices">
        {hasChanges && (
          <Button look="primary" isBusy={isBusy.value} onClick={() => void handleYes()}>
            {t('importNow')}
          </Button>
        )}
        <Button look="quiet" onClick={onNo}>
          {t(hasChanges ? 'cancelImport' : 'close')}
        </Button>
      </div>
    </div>
  );
}

const CHOICES: Record<string, WordKey> = {
  shown: 'nameMe',
  ahead: 'getReady',
  keepsHistory: 'keepVisits',
};

function lineOf(change: Change, options: Options, t: Say): string {
  const { language } = options.catalogue.value;
  const list = (parts: string[]) => new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
  switch (change.of) {
    case 'server': {
      const values = { from: hostOf(change.from), to: hostOf(change.to) };
      return t(options.isInSpace.value ? 'change_serverLeaves' : 'change_server', values);
    }
    case 'servers':
      return t('change_servers', { list: list(change.hosts) });
    case 'sites':
      return t('change_sites', { list: list(change.hosts) });
    case 'language': {
      const { ofSystem } = options.language;
      const to = change.to
        ? languageTitle(change.to)
        : t('languageOfSystem', { language: languageTitle(ofSystem) });
      return t('change_language', { to });
    }
    case 'volume':
      return t('change_volume', {
        to: new Intl.NumberFormat(language, { style: 'percent' }).format(change.to),
      });
    case 'mastodon':
      return t('change_mastodon', { to: change.to || '–' });
    case 'privacy': {
      const choices = Object.entries(change.choices).map(([name, on]) =>
        t(on ? 'choiceOn' : 'choiceOff', { choice: t(CHOICES[name]!) }),
      );
      return t('change_privacy', { list: list(choices) });
    }
    case 'voices':
      return t('change_voices', { n: change.n });
    case 'history':
      return t('change_history', { n: change.n });
    case 'bar':
      return t('change_bar');
    case 'sound':
      return t('change_sound');
  }
}
