import type { SettingsRequest } from '#shared/schema/api.ts';
import type { Stage } from '#shared/schema/stage.ts';
import { useShell, useWords } from '../context.ts';
import { DeedProblem } from '../deed-problem.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { Switch } from '../parts/switch.tsx';
import type { StageDesk } from '../stage-desk.ts';
import { SpeakPolicyChoice } from './speak-policy.tsx';

const SWITCHES = [
  { field: 'requestsLocked', label: 'lockRequests', help: 'lockRequestsHelp' },
  { field: 'allowAnonymous', label: 'allowAnonymous', help: 'allowAnonymousHelp' },
  { field: 'allowGuests', label: 'letGuestsIn', help: 'letGuestsInHelp' },
] as const;

interface SpaceSettingsProps {
  desk: StageDesk;
  stage: Stage;
  onClose: () => void;
}

/** What the host decides while the Space is live; each change counts at once. */
export function SpaceSettings({ desk, stage, onClose }: SpaceSettingsProps) {
  const { deeds } = useShell();
  const say = useWords();
  const pending = deeds.pending.value;
  const failed = deeds.problem.value?.deed.startsWith('settings:') ? deeds.problem.value.deed : '';
  const change = (request: SettingsRequest) =>
    void deeds.run(`settings:${Object.keys(request)[0]}`, () => desk.settings(request));
  return (
    <Sheet title={say('spaceSettings')} onClose={onClose}>
      <div class="settings">
        <SpeakPolicyChoice
          chosen={stage.speakPolicy}
          isBusy={pending === 'settings:speakPolicy'}
          onChoose={(speakPolicy) => change({ speakPolicy })}
        />
        {SWITCHES.map(({ field, label, help }) => (
          <Switch
            key={field}
            label={say(label)}
            help={say(help)}
            isOn={stage[field]}
            isBusy={pending === `settings:${field}`}
            onChange={(on) => change({ [field]: on })}
          />
        ))}
        <DeedProblem deed={failed} />
      </div>
    </Sheet>
  );
}
