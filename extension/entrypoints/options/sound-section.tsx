import { useMemo } from 'preact/hooks';
import { Button } from '#shared/ui/button.tsx';
import { PartContext } from '#shared/ui/context.ts';
import { createDeeds } from '#shared/ui/deeds.ts';
import { SoundForm } from '#shared/ui/sound/sound-form.tsx';
import type { PartProps } from './options-page.tsx';
import { Section } from './section.tsx';

/** How the person hears and is heard, and the way to the page that checks the microphone. */
export function SoundSection({ options, say: t }: PartProps) {
  const { catalogue, sound } = options;
  const part = useMemo(() => ({ catalogue, deeds: createDeeds() }), []);
  return (
    <Section part="sound" title={t('soundAndDevices')} help={t('soundAndDevicesHelp')}>
      <PartContext.Provider value={part}>{sound && <SoundForm desk={sound} />}</PartContext.Provider>
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
