import { useWords } from '../context.ts';
import { Choice } from '../parts/choice.tsx';

const OFFERED = ['everyone', 'invited'] as const;
export type OfferedPolicy = (typeof OFFERED)[number];

interface SpeakPolicyProps {
  chosen: OfferedPolicy;
  isBusy?: boolean;
  onChoose: (policy: OfferedPolicy) => void;
}

/** Who comes on stage without a host's word. */
export function SpeakPolicyChoice({ chosen, isBusy, onChoose }: SpeakPolicyProps) {
  const say = useWords();
  const options = OFFERED.map((value) => ({
    value,
    label: say(`speak_${value}`),
    help: say(`speakHelp_${value}`),
  }));
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
