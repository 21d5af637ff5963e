import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { FaultCode } from '#shared/schema/errors.ts';
import type { Microphone } from '#shared/schema/room.ts';
import { useShell, useWords } from './context.ts';
import { Notice } from './notice.tsx';

const FAULTS: Partial<Record<Microphone, FaultCode>> = {
  denied: 'microphone_denied',
  missing: 'microphone_missing',
  busy: 'microphone_busy',
};

/** Why a person cannot speak; it can be put away, because they can always go on listening. */
export function MicrophoneNotice() {
  const { perch, deeds } = useShell();
  const say = useWords();
  const { microphone, oddity } = perch.room.value;
  const isAway = useSignal(false);
  useEffect(() => void (isAway.value = false), [microphone]);
  const fault = FAULTS[microphone];
  // One that was unplugged is missing too, and its own line says more.
  if (!fault || isAway.value || oddity === 'unplugged') return null;
  const openTab = fault === 'microphone_denied' ? perch.openMicrophonePage : null;
  return (
    <Notice
      title={say(`fault_${fault}`)}
      primary={
        openTab
          ? { label: say('openTheTab'), onClick: () => void deeds.run('tab', openTab) }
          : {
              label: say('tryAgain'),
              onClick: () => void deeds.run('microphone', () => perch.setMicrophone(true)),
            }
      }
      secondary={{ label: say('keepListening'), onClick: () => (isAway.value = true) }}
    >
      {say(`faultHelp_${fault}`)}
    </Notice>
  );
}
