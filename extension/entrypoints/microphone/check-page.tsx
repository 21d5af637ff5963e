import { useEffect } from 'preact/hooks';
import type { Catalogue } from '#shared/words/words.ts';
import { closeThisTab } from '../../platform/tabs.ts';
import type { MicrophoneCheck } from './check.ts';
import { CheckSheet } from './check-sheet.tsx';

/** Where a person checks their microphone, in a Space or before. It asks only when they begin, and closes when they say so. */
export function CheckPage({ catalogue, check }: { catalogue: Catalogue; check: MicrophoneCheck }) {
  useEffect(() => {
    const gone = new AbortController();
    void check.start(gone.signal);
    return () => gone.abort();
  }, [check]);
  return (
    <CheckSheet
      catalogue={catalogue}
      stage={check.stage.value}
      device={check.device.value}
      devices={check.devices.value}
      input={check.input}
      level={check.level.value}
      isBlockedBySystem={check.isBlockedBySystem.value}
      take={check.take.value}
      onOpen={() => void check.open()}
      onChoose={(id) => void check.choose(id)}
      onRecord={() => void check.record()}
      onClose={() => void closeThisTab()}
    />
  );
}
