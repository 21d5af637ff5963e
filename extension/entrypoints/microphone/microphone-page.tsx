import { useCallback, useEffect, useState } from 'preact/hooks';
import { microphonePermission } from '#shared/room/microphone.ts';
import type { Catalogue } from '#shared/words/words.ts';
import { closeThisTab } from '../../platform/tabs.ts';
import { askMicrophone } from './ask-microphone.ts';
import { AskSheet, type AskStage } from './ask-sheet.tsx';

/** Calls `act` when the person changes the grant in the browser's own settings. */
async function watchGrant(act: () => void, signal: AbortSignal): Promise<void> {
  const status = await navigator.permissions.query({ name: 'microphone' });
  status.addEventListener('change', act, { signal });
}

function useAsking(): [AskStage, () => void] {
  const [stage, setStage] = useState<AskStage>('asking');
  const ask = useCallback(async () => {
    setStage('asking');
    const fault = await askMicrophone();
    setStage(fault ?? 'ready');
    if (!fault) await closeThisTab();
  }, []);
  useEffect(() => void ask(), [ask]);
  useEffect(() => {
    if (stage !== 'microphone_denied') return;
    const gone = new AbortController();
    const tryAgain = async () => {
      if ((await microphonePermission()) === 'granted') await ask();
    };
    void watchGrant(() => void tryAgain(), gone.signal);
    return () => gone.abort();
  }, [stage, ask]);
  return [stage, () => void ask()];
}

/** The one place where a prompt for the microphone can appear. It asks at once and says what the prompt is for. */
export function MicrophonePage({ catalogue }: { catalogue: Catalogue }) {
  const [stage, ask] = useAsking();
  return <AskSheet catalogue={catalogue} stage={stage} onAsk={ask} onClose={() => void closeThisTab()} />;
}
