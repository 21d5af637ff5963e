import { useSignal } from '@preact/signals';
import { Pencil } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import type { MyAccount } from '#shared/schema/account.ts';
import { Avatar } from '../avatar.tsx';
import { Button, RoundButton } from '../button.tsx';
import { usePart, useWords } from '../context.ts';
import { DeedProblem } from '../deed-problem.tsx';
import { errorOf } from '../text-check.ts';
import { TextField } from '../text-field.tsx';
import type { AccountDesk } from './account-desk.ts';
import type { Me } from './use-me.ts';

interface OwnNameProps {
  desk: AccountDesk;
  me: Me;
  account: MyAccount;
}

/** By which name and face the person is known here. */
export function OwnName({ desk, me, account }: OwnNameProps) {
  const say = useWords();
  const isChanging = useSignal(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const wasChanging = useRef(false);
  useEffect(() => {
    if (wasChanging.current && !isChanging.value) pencil.current?.focus();
    wasChanging.current = isChanging.value;
  }, [isChanging.value]);
  if (isChanging.value) {
    return <NameForm desk={desk} me={me} account={account} onClose={() => (isChanging.value = false)} />;
  }
  return (
    <div class="own-name">
      <Avatar id={account.id} name={account.name} pic={account.picture ?? undefined} />
      <bdi class="own-name-text" dir="auto">
        {account.name}
      </bdi>
      <RoundButton
        icon={Pencil}
        label={say('changeName')}
        buttonRef={pencil}
        onClick={() => (isChanging.value = true)}
      />
    </div>
  );
}

function NameForm({ desk, me, account, onClose }: OwnNameProps & { onClose: () => void }) {
  const { deeds } = usePart();
  const say = useWords();
  const name = useSignal(account.name);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const error = errorOf('name', name.value, say);
  const close = () => {
    deeds.forget();
    onClose();
  };
  const handleSubmit = async (event: Event) => {
    event.preventDefault();
    if (error) return field.current?.focus();
    if (await me.act('name', () => desk.rename(name.value))) onClose();
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    close();
  };
  return (
    <form class="name-form" noValidate onSubmit={handleSubmit} onKeyDown={handleKeyDown}>
      <TextField field="name" label={say('accountName')} hint="" text={name} error={error} inputRef={field} />
      <DeedProblem deed="account:name" />
      <div class="name-form-go">
        <Button look="quiet" onClick={close}>
          {say('cancel')}
        </Button>
        <Button look="primary" type="submit" isBusy={deeds.pending.value === 'account:name'}>
          {say('saveName')}
        </Button>
      </div>
    </form>
  );
}
