import { useId } from 'preact/hooks';
import { Button } from '../button.tsx';

interface SwitchProps {
  label: string;
  help?: string;
  isOn: boolean;
  isBusy?: boolean;
  /** It stands as it is, for the reason that `help` gives. */
  isFixed?: boolean;
  onChange: (on: boolean) => void;
}

/** Says what is so; it moves once the change is done, not before. */
export function Switch({ label, help, isOn, isBusy = false, isFixed = false, onChange }: SwitchProps) {
  const id = useId();
  return (
    <Button
      look="bare"
      class="switch"
      role="switch"
      aria-checked={isOn}
      aria-label={label}
      aria-describedby={help ? id : undefined}
      isBusy={isBusy}
      isOff={isFixed}
      onClick={() => onChange(!isOn)}
    >
      <span class="switch-text">
        <span class="switch-label">{label}</span>
        {help && (
          <span id={id} class="switch-help">
            {help}
          </span>
        )}
      </span>
      <i class="switch-knob" />
    </Button>
  );
}
