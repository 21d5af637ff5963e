import { Button } from '../button.tsx';
import { useShell, useWords } from '../context.ts';
import type { StageDesk } from '../stage-desk.ts';

/** Mutes everybody whom the person may mute. Each of them unmutes themself. */
export function MuteAll({ desk }: { desk: StageDesk }) {
  const { deeds } = useShell();
  const say = useWords();
  return (
    <Button
      look="quiet"
      class="small"
      isBusy={deeds.pending.value === 'muteAll'}
      onClick={() => void deeds.run('muteAll', desk.muteAll)}
    >
      {say('muteAll')}
    </Button>
  );
}
