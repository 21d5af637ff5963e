import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import * as v from 'valibot';
import { HostNameSchema } from '#shared/schema/host-name.ts';
import { Button } from '#shared/ui/button.tsx';
import type { Say } from '#shared/ui/context.ts';
import type { WordKey } from '#shared/words/words.ts';
import type { SiteOptions } from './site-options.ts';

interface AddSiteProps {
  sites: Pick<SiteOptions, 'allow' | 'fixed' | 'chosen'>;
  say: Say;
  onAdded?: () => void;
}

type Note = { is: 'bad' | 'news'; word: WordKey; host: string };

/** Names the person's own Mastodon server; the browser then asks whether Perch may work there. */
export function AddSite({ sites, say: t, onAdded }: AddSiteProps) {
  const id = useId();
  const name = useSignal('');
  const note = useSignal<Note | null>(null);
  const isAsking = useSignal(false);
  const isBad = note.value?.is === 'bad';
  const isKnown = (host: string) =>
    sites.fixed.some((names) => names.includes(host)) ||
    sites.chosen.value.some((site) => site.host === host);
  const handleSubmit = async (event: Event) => {
    event.preventDefault();
    if (isAsking.value) return;
    const host = v.safeParse(HostNameSchema, name.value);
    if (!host.success) return void (note.value = { is: 'bad', word: 'badSiteName', host: '' });
    if (isKnown(host.output)) return void (note.value = { is: 'news', word: 'siteIsKnown', host: '' });
    isAsking.value = true;
    note.value = null;
    // Nothing is awaited before: the browser asks for a click's own deed alone.
    const isAllowed = await sites
      .allow({ host: host.output, software: 'mastodon' })
      .finally(() => (isAsking.value = false));
    note.value = { is: 'news', word: isAllowed ? 'spacesShownOn' : 'siteRefused', host: host.output };
    if (!isAllowed) return;
    name.value = '';
    onAdded?.();
  };
  return (
    <form class="field add-site" noValidate data-invalid={isBad || undefined} onSubmit={handleSubmit}>
      <label for={id}>{t('addMastodon')}</label>
      <div class="field-line">
        <input
          id={id}
          dir="ltr"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          placeholder="mastodon.social"
          value={name.value}
          aria-invalid={isBad}
          aria-describedby={`${id}-note`}
          onInput={({ currentTarget }) => {
            name.value = currentTarget.value;
            note.value = null;
          }}
        />
        <Button look="quiet" type="submit" isBusy={isAsking.value}>
          {t('showSpacesThere')}
        </Button>
      </div>
      <p id={`${id}-note`} class="field-note" role="status">
        {note.value ? t(note.value.word, { host: note.value.host }) : t('addMastodonHelp')}
      </p>
    </form>
  );
}
