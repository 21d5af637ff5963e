import { Button } from './button.tsx';
import { useShell, useWords } from './context.ts';

/** Leads to where a person hears themself before the others do; nothing where there is no such page. */
export function CheckMicrophone() {
  const { perch, deeds } = useShell();
  const say = useWords();
  const { openMicrophonePage } = perch;
  if (!openMicrophonePage) return null;
  return (
    <Button
      look="bare"
      class="check-microphone"
      onClick={() => void deeds.run('tab', () => openMicrophonePage({ check: true }))}
    >
      {say('checkMicrophone')}
    </Button>
  );
}
