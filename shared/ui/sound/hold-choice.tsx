import { useSignal, type Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { HOLDS, type Hold, type SoundSettings } from '#shared/schema/sound.ts';
import type { WordKey } from '#shared/words/words.ts';
import { Button } from '../button.tsx';
import { useWords } from '../context.ts';
import { Choice } from '../parts/choice.tsx';
import { isHoldable } from './hold.ts';
import { useKeyName } from './key-name.ts';

interface HoldChoiceProps {
  settings: SoundSettings;
  onChange: (part: Partial<SoundSettings>) => void;
}

const LABELS: Record<Hold, WordKey> = { off: 'holdNothing', talk: 'holdTalk', mute: 'holdMute' };

/** What holding a key does, and which key. */
export function HoldChoice({ settings: { hold, holdKey }, onChange }: HoldChoiceProps) {
  const say = useWords();
  return (
    <section class="hold">
      <Choice
        legend={say('holdAKey')}
        options={HOLDS.map((value) => ({ value, label: say(LABELS[value]) }))}
        chosen={hold}
        onChoose={(value) => onChange({ hold: value })}
      />
      {hold !== 'off' && <KeyButton code={holdKey} onKey={(code) => onChange({ holdKey: code })} />}
      <p class="sound-note">{say('holdHelp')}</p>
    </section>
  );
}

/** Shows the key; pressed, it takes the next one. Escape, Tab and looking elsewhere leave the key as it was. */
function KeyButton({ code, onKey }: { code: string; onKey: (code: string) => void }) {
  const say = useWords();
  const isAsking = useSignal(false);
  const key = useKeyName(code);
  useKeyTaken(isAsking, onKey);
  return (
    <Button
      look="quiet"
      class="hold-key"
      onClick={() => (isAsking.value = !isAsking.value)}
      onBlur={() => (isAsking.value = false)}
    >
      {isAsking.value ? say('pressAKey') : say('changeKey', { key })}
      <span class="unseen" role="status">
        {isAsking.value && say('pressAKey')}
      </span>
    </Button>
  );
}

/** Before anything else hears of the key: it must neither close the sheet nor click the button. */
function useKeyTaken(isAsking: Signal<boolean>, onKey: (code: string) => void) {
  useEffect(() => {
    if (!isAsking.value) return;
    const silence = new AbortController();
    let taken = '';
    const take = (event: KeyboardEvent) => {
      if (event.code === 'Tab') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.type === 'keyup') {
        // Not before it is let go, so that it does nothing else either.
        if (event.code === taken || event.code === 'Escape') isAsking.value = false;
      } else if (!taken && isHoldable(event)) {
        taken = event.code;
        onKey(taken);
      }
    };
    for (const type of ['keydown', 'keyup'] as const) {
      addEventListener(type, take, { capture: true, signal: silence.signal });
    }
    return () => silence.abort();
  }, [isAsking.value]);
}
