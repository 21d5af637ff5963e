import { ChevronRight } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Button } from '../button.tsx';
import { useShell, useWords } from '../context.ts';
import { Icon } from '../icon.tsx';
import type { AccountDesk } from './account-desk.ts';
import { DeleteAccount } from './delete-account.tsx';
import { Devices } from './devices.tsx';
import { isInSpace } from '../now-playing.ts';
import { IdentityList } from './identity-list.tsx';
import { MeFault } from './me-fault.tsx';
import { OwnName } from './own-name.tsx';
import { SignOut } from './sign-out.tsx';
import type { Me } from './use-me.ts';

interface EssentialsProps {
  desk: AccountDesk;
  me: Me;
  onAdd: () => void;
}

/** What a person does most about their account; the rest is in the settings, where there are any. */
export function Essentials({ desk, me, onAdd }: EssentialsProps) {
  const { perch, deeds } = useShell();
  const say = useWords();
  const { account } = me;
  const { openOptions } = perch;
  if (!account) return <MeFault me={me} />;
  return (
    <>
      <OwnName desk={desk} me={me} account={account} />
      <IdentityList desk={desk} me={me} account={account} isInSpace={isInSpace(perch.room.value)}>
        <Button look="quiet" onClick={onAdd}>
          {say('addAccount')}
        </Button>
      </IdentityList>
      {!openOptions && <Devices desk={desk} />}
      <div class="account-more">
        {openOptions && (
          <RowButton onClick={() => void deeds.run('options', openOptions)}>
            {say('moreInSettings')}
          </RowButton>
        )}
        <SignOut desk={desk} isInSpace={isInSpace(perch.room.value)} />
      </div>
      {!openOptions && <DeleteAccount desk={desk} account={account} />}
    </>
  );
}

function RowButton({ onClick, children }: { onClick: () => void; children: ComponentChildren }) {
  return (
    <Button look="bare" class="account-row" onClick={onClick}>
      <span>{children}</span>
      <Icon of={ChevronRight} size={18} />
    </Button>
  );
}
