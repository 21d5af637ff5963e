import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { FaultCode } from '#shared/schema/errors.ts';
import type { Network } from '#shared/schema/identity.ts';
import { Button } from '#shared/ui/button.tsx';
import { useOffice } from '../office-context.ts';
import { useVoice } from '../words.ts';
import { Field } from './field.tsx';
import { Segments } from './segments.tsx';
import { DeedTrouble, Trouble } from './trouble.tsx';

const ORDER: readonly Network[] = ['mastodon', 'bluesky', 'x'];
/** Names that are the same in every language. */
const NAMES: Record<Network, string> = { mastodon: 'Mastodon', bluesky: 'Bluesky', x: 'X' };
const FIELDS = {
  mastodon: { label: 'whoMastodon', hint: 'whoMastodonHint' },
  bluesky: { label: 'whoBluesky', hint: 'whoBlueskyHint' },
} as const;
const SIGN_IN = 'signIn';

/** The way in, for somebody whom the server does not know yet. `fault` is why the last try came to nothing. */
export function Door({ fault }: { fault: FaultCode | null }) {
  const { office, deeds } = useOffice();
  const { say } = useVoice();
  const networks = ORDER.filter((network) => office.networks.value.includes(network));
  const chosen = useSignal<Network>(networks[0] ?? 'mastodon');
  const texts = { mastodon: useSignal(''), bluesky: useSignal('') };
  const isMissing = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  const network = chosen.value;
  const isBusy = deeds.pending.value === SIGN_IN;

  const handleSubmit = async (event: Event) => {
    event.preventDefault();
    const who = network === 'x' ? '' : texts[network].value.trim();
    isMissing.value = network !== 'x' && who === '';
    if (isMissing.value) return field.current?.focus();
    await deeds.run(SIGN_IN, () => office.signIn({ network, ...(who && { who }) }));
  };
  return (
    <form class="door" noValidate onSubmit={handleSubmit}>
      {fault && !deeds.problem.value && <Trouble fault={fault} />}
      <p class="door-lead">{say('signInLead')}</p>
      <Segments
        label={say('signInWith')}
        options={networks.map((value) => ({ value, label: NAMES[value] }))}
        chosen={network}
        onChoose={(value) => {
          chosen.value = value;
          isMissing.value = false;
        }}
      />
      {network !== 'x' && (
        <Field
          key={network}
          label={say(FIELDS[network].label)}
          hint={say(FIELDS[network].hint)}
          text={texts[network]}
          error={isMissing.value ? say('whoMissing') : null}
          isAddress
          inputRef={field}
        />
      )}
      <DeedTrouble deed={SIGN_IN} />
      <Button look="primary" type="submit" isBusy={isBusy}>
        {say(isBusy ? 'signingIn' : 'signIn')}
      </Button>
      <p class="door-note">{say('signInNote')}</p>
    </form>
  );
}
