import type { Network } from '#shared/schema/identity.ts';
import { isolated } from '#shared/words/isolated.ts';
import { NETWORK_NAMES } from '#shared/words/network-names.ts';
import { NETWORK_ICONS } from '../account/network-icon.ts';
import { useWords } from '../context.ts';
import { Icon } from '../icon.tsx';
import { cutInMiddle } from './cut.ts';

/** Who somebody is on a network, as far as they show it. */
export interface Identity {
  network: Network;
  handle: string;
}

/** Letters of a handle that has a line of its own, or stands in a row. */
export const HANDLE_LONG = 44;
export const HANDLE_ROW = 30;

interface HandleProps extends Identity {
  /** Letters that there is room for; 0 leaves the network's sign alone. */
  max: number;
  /** The network is named in words as well. */
  isNamed?: boolean;
}

/** A handle with its network; read out in full, whatever is cut away. */
export function Handle({ network, handle, max, isNamed = false }: HandleProps) {
  const say = useWords();
  const full = cutInMiddle(handle, Infinity);
  const name = NETWORK_NAMES[network];
  const [before, after] = say('handleOn', { network: name }).split('{handle}');
  return (
    <span class="handle" title={say('handleOn', { handle: full, network: name })}>
      <Icon of={NETWORK_ICONS[network]} size={13} />
      {max > 0 && (
        <span class="handle-text" aria-hidden="true">
          {isNamed && before}
          <bdi dir="ltr">{cutInMiddle(handle, max)}</bdi>
          {isNamed && after}
        </span>
      )}
      <span class="unseen">{say('handleOn', { handle: isolated(full), network: name })}</span>
    </span>
  );
}
