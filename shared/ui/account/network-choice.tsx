import { useId } from 'preact/hooks';
import type { Network } from '#shared/schema/identity.ts';
import { NETWORK_NAMES } from '#shared/words/network-names.ts';
import { useWords } from '../context.ts';
import { Icon } from '../icon.tsx';
import { NETWORK_ICONS } from './network-icon.ts';

interface NetworkChoiceProps {
  networks: readonly Network[];
  chosen: Network;
  onChoose: (network: Network) => void;
}

/** One of the networks, side by side. */
export function NetworkChoice({ networks, chosen, onChoose }: NetworkChoiceProps) {
  const say = useWords();
  const name = useId();
  return (
    <fieldset class="networks">
      <legend class="unseen">{say('signInWith')}</legend>
      {networks.map((network) => (
        <label key={network} class="network">
          <input
            type="radio"
            name={name}
            value={network}
            checked={network === chosen}
            onChange={() => onChoose(network)}
          />
          <Icon of={NETWORK_ICONS[network]} size={22} />
          <span>{NETWORK_NAMES[network]}</span>
        </label>
      ))}
    </fieldset>
  );
}
