import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { FollowSource } from '#shared/schema/follows.ts';
import { AddFollows } from './add-follows.tsx';
import type { FollowOptions } from './connect-follows.ts';
import { FollowRow } from './follow-row.tsx';
import type { PartProps } from './options-page.tsx';
import { Section } from './section.tsx';

/** Keeps what is shown true: asked now, after each deed, and when the page is looked at again. */
function useSources(follows: FollowOptions) {
  const sources = useSignal<FollowSource[] | null>(null);
  const refresh = async () => {
    sources.value = await follows.sources();
  };
  useEffect(() => {
    const look = () => void (document.visibilityState === 'visible' && refresh());
    document.addEventListener('visibilitychange', look);
    void refresh();
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return { sources, refresh };
}

/** Whose follows Perch reads to put their Spaces first; the lists stay on this device. */
export function FollowedPeople({ options, say: t }: PartProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { follows } = options;
  const { sources, refresh } = useSources(follows);
  const known = sources.value;
  const remove = async (source: FollowSource) => {
    await follows.remove(source.id);
    await refresh();
    if (source.identity === null) heading.current?.focus();
  };
  return (
    <Section part="follows" title={t('followsTitle')} help={t('followsHelp')} heading={heading}>
      {known?.length === 0 && <p class="options-help">{t('followsNone')}</p>}
      <ul class="entries" aria-label={t('followsTitle')}>
        {known?.map((source) => (
          <FollowRow
            key={source.id}
            source={source}
            language={options.catalogue.value.language}
            say={t}
            onRead={async () => {
              await follows.readAgain(source.id);
              await refresh();
            }}
            onRemove={() => remove(source)}
          />
        ))}
      </ul>
      <AddFollows options={options} say={t} onAdded={refresh} />
    </Section>
  );
}
