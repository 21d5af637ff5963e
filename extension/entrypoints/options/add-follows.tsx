import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { FaultCode } from '#shared/schema/errors.ts';
import { followNameOf } from '#shared/schema/follows.ts';
import { Button } from '#shared/ui/button.tsx';
import { followsFault } from './follows-fault.ts';
import type { PartProps } from './options-page.tsx';

/** Names an account whose follows are read, without signing in to it. */
export function AddFollows({ options, say: t, onAdded }: PartProps & { onAdded: () => Promise<void> }) {
  const id = useId();
  const name = useSignal('');
  const isAdding = useSignal(false);
  const fault = useSignal<FaultCode | null>(null);
  const handleSubmit = async (event: Event) => {
    event.preventDefault();
    if (isAdding.value) return;
    fault.value = followNameOf(name.value) ? null : 'invalid_input';
    if (fault.value) return;
    isAdding.value = true;
    const outcome = await options.follows.add(name.value).finally(() => (isAdding.value = false));
    await onAdded();
    fault.value = outcome.fault;
    if (!outcome.fault) name.value = '';
  };
  return (
    <form
      class="field follows-add"
      noValidate
      data-invalid={fault.value !== null || undefined}
      onSubmit={handleSubmit}
    >
      <label for={id}>{t('followsName')}</label>
      <div class="field-line">
        <input
          id={id}
          dir="ltr"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          value={name.value}
          aria-invalid={fault.value !== null}
          aria-describedby={`${id}-note`}
          onInput={({ currentTarget }) => {
            name.value = currentTarget.value;
            fault.value = null;
          }}
        />
        <Button look="quiet" type="submit" isBusy={isAdding.value}>
          {t('addFollows')}
        </Button>
      </div>
      <p id={`${id}-note`} class="field-note" role="status">
        {fault.value && followsFault(fault.value, t)}
        {isAdding.value && t('followsReading')}
      </p>
    </form>
  );
}
