import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Catalogue } from '#shared/words/words.ts';
import { closeThisTab } from '../../platform/tabs.ts';
import { askMicrophone } from './ask-microphone.ts';
import { AskSheet, type AskStage } from './ask-sheet.tsx';
import { watchGrant } from './watch-grant.ts';

function useAsking(): [AskStage, () => void] {
  const [stage, setStage] = useState<AskStage>('asking');
  const ask = useCallback(async () => {
    setStage('asking');
    const block = await askMicrophone();
    setStage(block ?? 'ready');
    if (!block) await closeThisTab();
  }, []);
  useEffect(() => void ask(), [ask]);
  useEffect(() => {
    if (stage !== 'denied') return;
    const gone = new AbortController();
    void watchGrant(() => void ask(), gone.signal);
    return () => gone.abort();
  }, [stage, ask]);
  return [stage, () => void ask()];
}

/** Where somebody who is to be heard is asked for the microphone. It asks at once and says what the prompt is for. */
export function MicrophonePage({ catalogue }: { catalogue: Catalogue }) {
  const [stage, ask] = useAsking();
  return <AskSheet catalogue={catalogue} stage={stage} onAsk={ask} onClose={() => void closeThisTab()} />;
}
