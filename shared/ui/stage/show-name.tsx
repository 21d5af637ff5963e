import type { Me, Stage } from '#shared/schema/stage.ts';
import { useShell, useWords } from '../context.ts';
import { Switch } from '../parts/switch.tsx';
import type { StageDesk } from '../stage-desk.ts';

/** Whether the others see who listens. A host may ask for names; then nobody goes back to being unnamed. */
export function ShowName({ desk, stage, me }: { desk: StageDesk; stage: Stage; me: Me }) {
  const { deeds } = useShell();
  const say = useWords();
  const mustShow = me.shown && !stage.allowAnonymous;
  const help = mustShow ? 'fault_anonymous_refused' : me.shown ? 'nameIsShown' : 'nameIsHidden';
  return (
    <Switch
      label={say('showMyName')}
      help={say(help)}
      isOn={me.shown}
      isBusy={deeds.pending.value === 'show'}
      isFixed={mustShow}
      onChange={(shown) => void deeds.run('show', () => desk.show(shown))}
    />
  );
}
