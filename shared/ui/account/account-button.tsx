import { UserRound } from 'lucide';
import { Avatar } from '../avatar.tsx';
import { Button } from '../button.tsx';
import { useShell, useWords } from '../context.ts';
import { Icon } from '../icon.tsx';

/** Who the person is, or the way to say it. */
export function AccountButton({ onClick }: { onClick: () => void }) {
  const { perch } = useShell();
  const say = useWords();
  const { account, name, signedIn } = perch.view.value;
  const isKnown = signedIn && account && name;
  const label = isKnown ? say('accountOf', { name }) : say('signIn');
  return (
    <Button look="bare" class="round" data-opens="account" aria-label={label} title={label} onClick={onClick}>
      {isKnown ? (
        <Avatar id={account.id} name={name} pic={account.picture ?? undefined} />
      ) : (
        <Icon of={UserRound} />
      )}
    </Button>
  );
}
