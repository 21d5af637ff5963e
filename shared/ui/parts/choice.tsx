import { useId } from 'preact/hooks';

interface ChoiceOption<Value extends string> {
  value: Value;
  label: string;
  help?: string;
  /** What there is to know once it is chosen. */
  note?: string;
  isOff?: boolean;
}

interface ChoiceProps<Value extends string> {
  legend: string;
  options: readonly ChoiceOption<Value>[];
  chosen: Value | null;
  isBusy?: boolean;
  onChoose: (value: Value) => void;
}

/** One of a few, each with a line that says what it means. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { legend, options, chosen, isBusy = false, onChoose } = props;
  const name = useId();
  return (
    <fieldset class="choice" aria-busy={isBusy || undefined}>
      <legend>{legend}</legend>
      {options.map(({ value, label, help, note, isOff }) => (
        <label key={value} class="choice-option">
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            disabled={isOff}
            aria-label={label}
            aria-describedby={help ? `${name}-${value}` : undefined}
            onChange={() => onChoose(value)}
          />
          <span class="choice-text">
            <span class="choice-label">{label}</span>
            {help && (
              <span id={`${name}-${value}`} class="choice-help">
                {help}
                {note && value === chosen && <span class="choice-note">{note}</span>}
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
