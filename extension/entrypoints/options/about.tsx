import { Button } from '#shared/ui/button.tsx';
import type { PartProps } from './options-page.tsx';
import { PrivacyLink } from './privacy-link.tsx';
import { Section } from './section.tsx';

export function About({ options, say: t }: PartProps) {
  return (
    <Section part="about" title={t('about')} class="options-about">
      <p class="options-help">{t('aboutPerch')}</p>
      <p class="options-help">{t('version', { version: options.version })}</p>
      <p class="options-help">
        <PrivacyLink server={options.address.value} say={t} />
      </p>
      <Button look="quiet" onClick={() => void options.openWelcome()}>
        {t('openWelcome')}
      </Button>
    </Section>
  );
}
