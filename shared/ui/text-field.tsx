import type { Signal } from '@preact/signals';
import type { Ref } from 'preact';
import { useId } from 'preact/hooks';
import { useWords } from './context.ts';
import { charactersLeft, type TextField as FieldName } from './text-check.ts';

interface TextFieldProps {
  field: FieldName;
  label: string;
  hint: string;
  text: Signal<string>;
  error: string | null;
  /** The counter shows once so few are left. */
  countFrom?: number;
  inputRef?: Ref<HTMLInputElement>;
}

/** A labelled textbox with its error sentence, and a counter once the end is near. */
export function TextField({ field, label, hint, text, error, countFrom = 20, inputRef }: TextFieldProps) {
  const say = useWords();
  const id = useId();
  const left = charactersLeft(field, text.value);
  const note = error ?? (left <= countFrom && left >= 0 ? say('charactersLeft', { n: left }) : null);
  return (
    <div class="field" data-invalid={error !== null || undefined}>
      <label for={id}>{label}</label>
      <input
        id={id}
        ref={inputRef}
        type="text"
        // A hint is in our language, and what is written in its own.
        dir={text.value ? 'auto' : undefined}
        autocomplete="off"
        spellcheck={field !== 'name'}
        placeholder={hint}
        value={text.value}
        aria-invalid={error !== null}
        aria-describedby={`${id}-note`}
        onInput={({ currentTarget }) => (text.value = currentTarget.value)}
      />
      <p id={`${id}-note`} class="field-note" aria-live="polite">
        {note}
      </p>
    </div>
  );
}
