import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import * as v from 'valibot';
import { HostNameSchema } from '#shared/schema/host-name.ts';
import { DOMAIN_RULES, type Domain, type DomainRule } from '#shared/schema/moderation.ts';
import { Button } from '#shared/ui/button.tsx';
import { Choice } from '#shared/ui/parts/choice.tsx';
import { useOffice } from '../office-context.ts';
import { useVoice } from '../words.ts';
import { Field } from './field.tsx';
import { Listed } from './listed.tsx';
import { DeedTrouble } from './trouble.tsx';

/** From where nobody may come, or who alone may. */
export function Domains() {
  const { office } = useOffice();
  const { say } = useVoice();
  const heading = useRef<HTMLHeadingElement>(null);
  const domains = office.domains.items.value ?? [];
  useEffect(() => void office.domains.load(), []);
  return (
    <section class="part" aria-labelledby="part-domains">
      <div class="part-head">
        <h2 id="part-domains" ref={heading} tabIndex={-1}>
          {say('domains')}
        </h2>
      </div>
      <p class="part-help">{say('domainsHelp')}</p>
      <AddDomain />
      {domains.some(({ rule }) => rule === 'allow') && <p class="listed-note">{say('onlyAllowed')}</p>}
      <Listed
        of={office.domains}
        label={say('domains')}
        empty={{ title: say('noDomains'), help: say('noDomainsHelp') }}
      >
        {(domain) => <DomainRow domain={domain} onGone={() => heading.current?.focus()} />}
      </Listed>
    </section>
  );
}

function AddDomain() {
  const { office, deeds } = useOffice();
  const { say } = useVoice();
  const text = useSignal('');
  const rule = useSignal<DomainRule>('block');
  const isWrong = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  const handleSubmit = async (event: Event) => {
    event.preventDefault();
    const host = v.safeParse(HostNameSchema, text.value);
    isWrong.value = !host.success;
    field.current?.focus();
    if (!host.success) return;
    if (await deeds.run('domain:add', () => office.setDomain(host.output, rule.value))) text.value = '';
  };
  return (
    <form class="asking" noValidate onSubmit={handleSubmit}>
      <Field
        label={say('domainName')}
        hint={say('domainHint')}
        text={text}
        error={isWrong.value ? say('domainWrong') : null}
        isAddress
        inputRef={field}
      />
      <Choice
        legend={say('rule')}
        options={DOMAIN_RULES.map((value) => ({
          value,
          label: say(`rule_${value}`),
          help: say(`rule_${value}Help`),
        }))}
        chosen={rule.value}
        onChoose={(value) => (rule.value = value)}
      />
      <DeedTrouble deed="domain:add" />
      <div class="asking-answers">
        <Button look="primary" type="submit" isBusy={deeds.pending.value === 'domain:add'}>
          {say('addRule')}
        </Button>
      </div>
    </form>
  );
}

function DomainRow({ domain: { host, rule, at }, onGone }: { domain: Domain; onGone: () => void }) {
  const { office, deeds } = useOffice();
  const { say, when } = useVoice();
  const deed = `domain:drop:${host}`;
  const handleDrop = async () => {
    if (await deeds.run(deed, () => office.dropDomain(host))) onGone();
  };
  return (
    <>
      <div class="domain">
        <p class="domain-text">
          <span class="domain-host" dir="ltr">
            {host}
          </span>
          <span class="known-note">
            {say(`is_${rule}`)} · {say('ruleSince', { when: when(at) })}
          </span>
        </p>
        <Button
          look="quiet"
          isBusy={deeds.pending.value === deed}
          aria-label={say('removeRuleFor', { host })}
          onClick={() => void handleDrop()}
        >
          {say('removeRule')}
        </Button>
      </div>
      <DeedTrouble deed={deed} />
    </>
  );
}
