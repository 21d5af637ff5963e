import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Button } from '#shared/ui/button.tsx';
import type { Say } from '#shared/ui/context.ts';
import { Switch } from '#shared/ui/parts/switch.tsx';
import type { WordKey } from '#shared/words/words.ts';
import type { PartProps } from '../options-page.tsx';
import { Section } from '../section.tsx';
import { changesOf } from './changes.ts';
import { ImportQuestion, type Offer } from './import-question.tsx';
import type { BadFile } from './settings-file.ts';

const BAD_FILES: Record<BadFile, WordKey> = {
  stranger: 'badFile_stranger',
  newer: 'badFile_newer',
  big: 'badFile_big',
  unread: 'badFile_unread',
  unkept: 'badFile_unkept',
};

type News = { is: 'bad'; fault: BadFile } | { is: 'done'; waiting: number };

/** Takes the settings along to another browser, and brings them in. */
export function Files({ options, say: t }: PartProps) {
  return (
    <Section part="files" title={t('files')} help={t('filesHelp')}>
      <Export options={options} say={t} />
      <Import options={options} say={t} />
    </Section>
  );
}

function Export({ options, say: t }: PartProps) {
  const withVisits = useSignal(false);
  const saved = useSignal<string | null>(null);
  const save = async () => (saved.value = await options.files.save(withVisits.value));
  return (
    <div class="export">
      <Switch label={t('withVisits')} isOn={withVisits.value} onChange={(on) => (withVisits.value = on)} />
      <Button look="quiet" onClick={() => void save()}>
        {t('exportSettings')}
      </Button>
      <p class="options-help" role="status">
        {saved.value && t('exported', { name: saved.value })}
      </p>
    </div>
  );
}

function Import({ options, say: t }: PartProps) {
  const input = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const offer = useSignal<Offer | null>(null);
  const news = useSignal<News | null>(null);
  const look = async (file: File) => {
    news.value = null;
    offer.value = null;
    const { files } = options;
    const read = await files.read(file);
    if (read.fault !== null) news.value = { is: 'bad', fault: read.fault };
    else offer.value = { given: read.given, changes: changesOf(await files.now(), read.given) };
  };
  const close = (next: News | null) => {
    offer.value = null;
    news.value = next;
    opener.current?.focus();
  };
  const apply = async ({ given }: Offer) => {
    const outcome = await options.files.apply(given);
    close(
      outcome.fault === null ? { is: 'done', waiting: outcome.waiting } : { is: 'bad', fault: outcome.fault },
    );
  };
  return (
    <div class="import">
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) void look(file);
          // The same file can be chosen again.
          currentTarget.value = '';
        }}
      />
      <Button look="quiet" buttonRef={opener} onClick={() => input.current?.click()}>
        {t('importSettings')}
      </Button>
      <ImportNews news={news.value} say={t} />
      {offer.value && (
        <ImportQuestion
          offer={offer.value}
          options={options}
          say={t}
          onYes={() => apply(offer.value!)}
          onNo={() => close(null)}
        />
      )}
    </div>
  );
}

function ImportNews({ news, say: t }: { news: News | null; say: Say }) {
  return (
    <>
      {news?.is === 'bad' && (
        <p role="alert" class="part-fault">
          {t(BAD_FILES[news.fault])}
        </p>
      )}
      <p role="status" class="options-help">
        {news?.is === 'done' && (news.waiting > 0 ? t('importedAsks', { n: news.waiting }) : t('imported'))}
      </p>
    </>
  );
}
