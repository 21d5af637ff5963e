import { Check } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { FaultCode } from '#shared/schema/errors.ts';
import type { SignInNews, SignInWish } from '#shared/schema/sign-in.ts';
import { isolated } from '#shared/words/isolated.ts';
import { Button } from '../button.tsx';
import { usePart, useWords, type Say } from '../context.ts';
import { DeedProblem } from '../deed-problem.tsx';
import { Icon } from '../icon.tsx';
import { Notice } from '../notice.tsx';
import { helpOf } from '../problem-notice.tsx';
import type { AccountDesk } from './account-desk.ts';
import { NETWORK_ICONS } from './network-icon.ts';
import { SIGN_IN } from './sign-in-form.tsx';

export type Done = Extract<SignInNews, { is: 'done' }>;

/** The person is at their network now, in a window of its own. */
export function UnderWay({
  desk,
  wish,
  onCancel,
}: {
  desk: AccountDesk;
  wish: SignInWish;
  onCancel: () => void;
}) {
  const { deeds } = usePart();
  const say = useWords();
  return (
    <div class="under-way">
      <span class="under-way-icon">
        <Icon of={NETWORK_ICONS[wish.network]} size={28} />
      </span>
      <div role="status">
        <p class="under-way-title">{say('signInUnderWay')}</p>
        <p class="sign-in-note">{say('signInUnderWayHelp')}</p>
      </div>
      <DeedProblem deed={SIGN_IN} />
      <Button
        look="quiet"
        isBusy={deeds.pending.value === SIGN_IN}
        onClick={() => void deeds.run(SIGN_IN, () => desk.signIn(wish))}
      >
        {say('signInAgain')}
      </Button>
      <Button look="quiet" onClick={onCancel}>
        {say('cancel')}
      </Button>
    </div>
  );
}

/** What a sign-in brought, and the way on. */
export function DoneNews({ news, children }: { news: Done; children: ComponentChildren }) {
  const say = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('button')?.focus(), []);
  const space = spaceLineOf(news, say);
  return (
    <div class="done" ref={box}>
      <div class="done-said" role="status">
        <span class="done-icon">
          <Icon of={Check} />
        </span>
        <p>
          <b>{doneLineOf(news, say)}</b>
          {space && <span class="done-space">{space}</span>}
        </p>
      </div>
      {children}
    </div>
  );
}

function doneLineOf({ wish, how, handle }: Done, say: Say): string {
  if (how === 'merged') return say('mergedWith');
  if (wish.purpose === 'status') return say('statusAllowed');
  if (wish.purpose === 'follows') return say('followsAllowed');
  return say(how === 'signed-in' ? 'signedInAs' : 'linkedTo', { handle: isolated(handle) });
}

function spaceLineOf({ rejoined, fault }: Done, say: Say): string | null {
  if (!rejoined) return null;
  return fault ? say('notJoinedAgain', { reason: say(`fault_${fault}`) }) : say('joinedAgainAs');
}

/** Why nothing came of it; the form that follows tries again. */
export function FailedNews({ fault, retryAfter }: { fault: FaultCode; retryAfter?: number }) {
  const say = useWords();
  return <Notice title={say(`fault_${fault}`)}>{helpOf(fault, say, retryAfter)}</Notice>;
}
