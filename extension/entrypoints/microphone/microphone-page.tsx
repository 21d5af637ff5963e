import { useCallback, useEffect, useState } from 'preact/hooks';
import { microphonePermission } from '#shared/room/microphone.ts';
import type { FaultCode } from '#shared/schema/errors.ts';
import { Button } from '#shared/ui/button.tsx';
import { Mark } from '#shared/ui/mark.tsx';
import type { Catalogue, WordKey } from '#shared/words/words.ts';
import { say } from '#shared/words/words.ts';
import { closeThisTab } from '../../platform/tabs.ts';
import { askMicrophone } from './ask-microphone.ts';

type Stage = 'asking' | 'ready' | FaultCode;

/** The words of each stage: what is so, then what to do. */
function wordsOf(stage: Stage): [WordKey, WordKey] {
  if (stage === 'asking') return ['microphoneTitle', 'microphoneAsk'];
  if (stage === 'ready') return ['microphoneReady', 'microphoneReadyHelp'];
  if (stage === 'microphone_denied') return ['fault_microphone_denied', 'microphoneDeniedSteps'];
  return [`fault_${stage}`, `faultHelp_${stage}`];
}

/** Calls `act` when the person changes the grant in the browser's own settings. */
async function watchGrant(act: () => void, signal: AbortSignal): Promise<void> {
  const status = await navigator.permissions.query({ name: 'microphone' });
  status.addEventListener('change', act, { signal });
}

function useAsking(): [Stage, () => void] {
  const [stage, setStage] = useState<Stage>('asking');
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
  const t = (key: WordKey) => say(catalogue, key);
  const [title, help] = wordsOf(stage);
  const isTrouble = stage !== 'asking' && stage !== 'ready';
  return (
    <section class="ask">
      <Mark />
      <h1>{t(title)}</h1>
      {stage === 'asking' && <p>{t('microphoneWhy')}</p>}
      <p role={isTrouble ? 'alert' : 'status'}>{t(help)}</p>
      {isTrouble && (
        <Button look="primary" onClick={ask}>
          {t('tryAgain')}
        </Button>
      )}
      {stage !== 'asking' && (
        <Button look="quiet" onClick={() => void closeThisTab()}>
          {t('closeTab')}
        </Button>
      )}
    </section>
  );
}
