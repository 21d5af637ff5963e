import type { IconNode } from 'lucide';
import type { ButtonHTMLAttributes, ComponentChildren, Ref } from 'preact';
import { useContext } from 'preact/hooks';
import { RefusedContext } from './context.ts';
import { Icon } from './icon.tsx';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'icon'> {
  look: 'primary' | 'quiet' | 'text' | 'danger' | 'bare';
  isBusy?: boolean;
  /** It cannot act for a reason that stands beside it. */
  isOff?: boolean;
  buttonRef?: Ref<HTMLButtonElement>;
  children: ComponentChildren;
}

/** Stays focusable while it cannot act, so that nobody loses their place. */
export function Button({ look, isBusy, isOff, buttonRef, onClick, children, ...rest }: ButtonProps) {
  const isRefused = useContext(RefusedContext).value;
  const isIdle = isBusy || isOff || isRefused;
  return (
    <button
      type="button"
      {...rest}
      ref={buttonRef}
      class={`button button-${look} ${rest.class ?? ''}`}
      aria-disabled={isIdle || undefined}
      aria-busy={isBusy || undefined}
      onClick={(event) => {
        if (isIdle) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {children}
    </button>
  );
}

interface RoundButtonProps extends Omit<ButtonProps, 'look' | 'children'> {
  icon: IconNode;
  label: string;
}

/** A round button that is only a drawing; its name is also its tooltip. */
export function RoundButton({ icon, label, ...rest }: RoundButtonProps) {
  return (
    <Button look="bare" {...rest} class={`round ${rest.class ?? ''}`} aria-label={label} title={label}>
      <Icon of={icon} />
    </Button>
  );
}
