import { useWords } from '../context.ts';
import { Notice } from '../notice.tsx';
import { helpOf } from '../problem-notice.tsx';
import type { Me } from './use-me.ts';

/** Why the account is not to be seen; nothing while it is on its way. */
export function MeFault({ me: { fault, load } }: { me: Me }) {
  const say = useWords();
  if (!fault) return null;
  return (
    <Notice title={say(`fault_${fault}`)} primary={{ label: say('tryAgain'), onClick: () => void load() }}>
      {helpOf(fault, say)}
    </Notice>
  );
}
