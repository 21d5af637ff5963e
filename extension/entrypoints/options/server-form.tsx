import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import type { Outcome } from '#shared/schema/view.ts';
import { Button } from '#shared/ui/button.tsx';
import type { Say } from '#shared/ui/context.ts';

interface ServerFormProps {
  address: string;
  check(url: string): Promise<Outcome>;
  say: Say;
  look?: 'primary' | 'quiet';
  /** A Perch server has answered there, and is home now. */
  onSaved: () => void;
}

/** The address of the home server, which is kept once a Perch server answers there. */
export function ServerForm({ address: now, check, say: t, look = 'primary', onSaved }: ServerFormProps) {
  const id = useId();
  const address = useSignal(now);
  const outcome = useSignal<Outcome | 'checking' | null>(null);
  const isChecking = outcome.value === 'checking';
  const fault = outcome.value && outcome.value !== 'checking' ? outcome.value.fault : null;

  // Another page may have moved home, or a file with settings.
  useEffect(() => void (address.value = now), [now]);
  const handleSubmit = async (event: Event) => {
    event.preventDefault();
    if (outcome.value === 'checking') return;
    outcome.value = 'checking';
    const found = await check(address.value.trim());
    outcome.value = found;
    if (!found.fault) onSaved();
  };

  return (
    <form class="field" noValidate data-invalid={fault !== null || undefined} onSubmit={handleSubmit}>
      <label for={id}>{t('serverAddress')}</label>
      <p id={`${id}-help`} class="options-help">
        {t('serverHelp')}
      </p>
      <input
        id={id}
        type="url"
        dir="ltr"
        spellcheck={false}
        value={address.value}
        aria-invalid={fault !== null}
        aria-describedby={`${id}-help ${id}-note`}
        onInput={({ currentTarget }) => {
          address.value = currentTarget.value;
          if (!isChecking) outcome.value = null;
        }}
      />
      <p id={`${id}-note`} class="field-note" role="status">
        {fault && `${t(`fault_${fault}`)}. ${t(`faultHelp_${fault}`)}`}
        {outcome.value && !fault && t(isChecking ? 'checking' : 'serverSaved')}
      </p>
      <Button look={look} type="submit" isBusy={isChecking}>
        {t('checkAndSave')}
      </Button>
    </form>
  );
}
