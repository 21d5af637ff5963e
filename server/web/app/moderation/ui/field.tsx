import type { Signal } from '@preact/signals';
import type { Ref } from 'preact';
import { useId } from 'preact/hooks';

interface FieldProps {
  label: string;
  hint: string;
  text: Signal<string>;
  error?: string | null;
  /** An address, which no browser should correct. */
  isAddress?: boolean;
  maxLength?: number;
  inputRef?: Ref<HTMLInputElement>;
}

/** A labelled textbox with what is wrong with it. */
export function Field({ label, hint, text, error = null, isAddress, maxLength, inputRef }: FieldProps) {
  const id = useId();
  return (
    <div class="field" data-invalid={error !== null || undefined}>
      <label for={id}>{label}</label>
      <input
        id={id}
        ref={inputRef}
        type="text"
        dir={isAddress ? 'ltr' : 'auto'}
        inputMode={isAddress ? 'url' : undefined}
        autocomplete="off"
        autocapitalize={isAddress ? 'none' : undefined}
        spellcheck={!isAddress}
        maxLength={maxLength}
        placeholder={hint}
        value={text.value}
        aria-invalid={error !== null}
        aria-describedby={`${id}-note`}
        onInput={({ currentTarget }) => (text.value = currentTarget.value)}
      />
      <p id={`${id}-note`} class="field-note" aria-live="polite">
        {error}
      </p>
    </div>
  );
}
