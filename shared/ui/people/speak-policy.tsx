import { SPEAK_POLICIES, type SpeakPolicy } from '#shared/schema/space.ts';
import { useShell, useWords } from '../context.ts';
import { Choice } from '../parts/choice.tsx';

interface SpeakPolicyProps {
  chosen: SpeakPolicy;
  isBusy?: boolean;
  onChoose: (policy: SpeakPolicy) => void;
}

/** Who comes on stage without a host's word; and what is told of whom the host follows, where that decides. */
export function SpeakPolicyChoice({ chosen, isBusy, onChoose }: SpeakPolicyProps) {
  const { perch } = useShell();
  const say = useWords();
  const follows = perch.view.value.follows ?? 0;
  const isUnknown = follows === 0 && chosen !== 'followed';
  // Where nobody could name an account there is nothing to offer.
  const offered = SPEAK_POLICIES.filter((value) => value !== 'followed' || !isUnknown || perch.openOptions);
  const options = offered.map((value) => {
    const isOff = value === 'followed' && isUnknown;
    const help = say(isOff ? 'speakFollowedUnknown' : `speakHelp_${value}`);
    const note = value === 'followed' && follows > 0 ? say('speakFollowedTold', { n: follows }) : undefined;
    return { value, label: say(`speak_${value}`), help, note, isOff };
  });
  return (
    <Choice
      legend={say('whoMaySpeak')}
      options={options}
      chosen={chosen}
      isBusy={isBusy}
      onChoose={onChoose}
    />
  );
}
