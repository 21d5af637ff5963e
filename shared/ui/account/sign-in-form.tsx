import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { About } from '#shared/schema/account.ts';
import type { Network } from '#shared/schema/identity.ts';
import type { SignInWish } from '#shared/schema/sign-in.ts';
import type { Found } from '#shared/schema/view.ts';
import { Button } from '../button.tsx';
import { usePart, useWords } from '../context.ts';
import { DeedProblem } from '../deed-problem.tsx';
import type { AccountDesk } from './account-desk.ts';
import { NetworkChoice } from './network-choice.tsx';
import { hostIn, whoIn } from './sign-in-who.ts';
import { WhoField } from './who-field.tsx';

export const SIGN_IN = 'account:signIn';
const ORDER: readonly Network[] = ['mastodon', 'bluesky', 'x'];
/** Until the server has said what it offers: every server that offers anything has these. */
const USUAL: readonly Network[] = ['mastodon', 'bluesky'];

interface WayProps {
  desk: AccountDesk;
  next: SignInWish['next'];
  /** What was tried last, to be tried again. */
  last?: SignInWish;
  hasFocus?: boolean;
}

interface SignInFormProps extends WayProps {
  /** Where a person may go on without an account. */
  onGuest?: () => void;
}

/** Which account a person has, and the way to its network; or on as a guest. */
export function SignInForm({ onGuest, ...way }: SignInFormProps) {
  const say = useWords();
  const about = useAbout(way.desk);
  const offered = about?.found?.networks ?? USUAL;
  const networks = ORDER.filter((network) => offered.includes(network));
  return (
    <div class="sign-in">
      {networks.length > 0 ? (
        <NetworkForm {...way} networks={networks} />
      ) : (
        <p class="sign-in-note">{say('signInNowhere')}</p>
      )}
      {onGuest && about && about.found?.guests !== 'off' && (
        <Button look="quiet" onClick={onGuest}>
          {say('goOnAsGuest')}
        </Button>
      )}
    </div>
  );
}

interface NetworkFormProps extends WayProps {
  networks: readonly Network[];
}

function NetworkForm({ desk, next, last, hasFocus = true, networks }: NetworkFormProps) {
  const { deeds } = usePart();
  const say = useWords();
  const choice = useSignal<Network>(last?.network ?? 'mastodon');
  const network = networks.includes(choice.value) ? choice.value : networks[0]!;
  const mastodon = useSignal(textOf('mastodon', desk, last));
  const bluesky = useSignal(textOf('bluesky', desk, last));
  const text = network === 'bluesky' ? bluesky : mastodon;
  const isWrong = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  const isBusy = deeds.pending.value === SIGN_IN;
  useLayoutEffect(() => {
    if (hasFocus) field.current?.focus();
  }, []);

  const handleSubmit = async (event: Event) => {
    event.preventDefault();
    const who = network === 'x' ? '' : whoIn(network, text.value);
    isWrong.value = who === null;
    if (who === null) return field.current?.focus();
    // First, because the window that opens closes the popup.
    if (network === 'mastodon') await desk.keepMastodon(hostIn(who)!);
    await deeds.run(SIGN_IN, () => desk.signIn({ network, ...(who && { who }), purpose: 'sign-in', next }));
  };
  const handleChoose = (chosen: Network) => {
    choice.value = chosen;
    isWrong.value = false;
  };

  return (
    <form class="sign-in" noValidate onSubmit={handleSubmit}>
      <NetworkChoice networks={networks} chosen={network} onChoose={handleChoose} />
      {network === 'x' ? (
        <p class="sign-in-note">{say('xHint')}</p>
      ) : (
        <WhoField key={network} network={network} text={text} isWrong={isWrong} field={field} />
      )}
      <DeedProblem deed={SIGN_IN} />
      <Button look="primary" type="submit" isBusy={isBusy}>
        {say(isBusy ? 'signInOpening' : last ? 'tryAgain' : 'signInGo')}
      </Button>
      <p class="sign-in-note">{say(desk.isLeft ? 'signInLeaves' : 'signInWindow')}</p>
    </form>
  );
}

/** What was tried last, else the Mastodon server that the person has told already. */
function textOf(network: 'mastodon' | 'bluesky', desk: AccountDesk, last?: SignInWish): string {
  if (last?.network === network && last.who) return last.who;
  return network === 'mastodon' ? desk.mastodon.peek() : '';
}

/** What the server offers, once it has said; what it does not offer it refuses itself. */
function useAbout(desk: AccountDesk): Found<About> | null {
  const about = useSignal<Found<About> | null>(null);
  useEffect(() => {
    void desk.about().then((answer) => (about.value = answer));
  }, []);
  return about.value;
}
