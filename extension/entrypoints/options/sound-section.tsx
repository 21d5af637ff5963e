import { Button } from '#shared/ui/button.tsx';
import type { PartProps } from './options-page.tsx';
import { Section } from './section.tsx';

/** How the person hears and is heard, and the way to the page that checks the microphone. */
export function SoundSection({ options, say: t }: PartProps) {
  return (
    <Section part="sound" title={t('soundAndDevices')} help={t('soundAndDevicesHelp')}>
      <div class="entry">
        <span class="entry-name">
          <span class="entry-note">{t('checkMicrophoneHelp')}</span>
        </span>
        <Button look="quiet" onClick={() => void options.openMicrophone()}>
          {t('checkMicrophone')}
        </Button>
      </div>
    </Section>
  );
}
