import { ArrowLeft } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { RoundButton } from '../button.tsx';
import { useWords } from '../context.ts';

interface PopupPageProps {
  title: string;
  onBack: () => void;
  /** The title takes the focus, unless the page gives it away itself. */
  hasOwnFocus?: boolean;
  children: ComponentChildren;
}

/** A page of the popup behind the first one; the arrow and Escape lead back. */
export function PopupPage({ title, onBack, hasOwnFocus = false, children }: PopupPageProps) {
  const say = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (!hasOwnFocus) heading.current?.focus();
  }, []);
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    // The browser would close the popup.
    event.preventDefault();
    onBack();
  };
  return (
    <div class="popup-page" onKeyDown={handleKeyDown}>
      <header class="popup-head">
        <RoundButton icon={ArrowLeft} label={say('back')} class="flips" onClick={onBack} />
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
      </header>
      <div class="popup-body">{children}</div>
    </div>
  );
}
