import type { Say } from '#shared/ui/context.ts';

/** To the page on which a server says what it keeps. */
export function PrivacyLink({ server, say: t }: { server: string; say: Say }) {
  return (
    <a href={`${server}/privacy`} target="_blank" rel="noopener noreferrer">
      {t('page_privacy')}
    </a>
  );
}
