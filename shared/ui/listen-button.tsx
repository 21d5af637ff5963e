import { Headphones } from 'lucide';
import type { Ref } from 'preact';
import { Button } from './button.tsx';
import { useShell, useWords } from './context.ts';
import { Icon } from './icon.tsx';
import { deedOfJoin, useAhead, useJoin } from './join.ts';

interface ListenButtonProps {
  spaceId: string;
  /** Left out, the home server. */
  server?: string;
  buttonRef?: Ref<HTMLButtonElement>;
  hasIcon?: boolean;
  /** Called once in. */
  onIn?: () => void;
}

/** Joins a Space as it is shown. */
export function ListenButton({ spaceId, server, buttonRef, hasIcon, onIn }: ListenButtonProps) {
  const { deeds } = useShell();
  const join = useJoin();
  const say = useWords();
  const isJoining = deeds.pending.value === deedOfJoin(spaceId, server);
  return (
    <Button
      look="primary"
      buttonRef={buttonRef}
      isBusy={isJoining}
      {...useAhead(spaceId, server)}
      onClick={() => void join(spaceId, undefined, server).then((isIn) => isIn && onIn?.())}
    >
      {hasIcon && <Icon of={Headphones} size={18} />}
      {say(isJoining ? 'joining' : 'startListening')}
    </Button>
  );
}
