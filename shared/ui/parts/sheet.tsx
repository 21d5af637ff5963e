import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { RoundButton } from '../button.tsx';
import { useWords } from '../context.ts';

interface Place {
  current: HTMLElement | null;
}

interface SheetProps {
  title: string;
  /** Auto for a title that somebody wrote; a sentence of ours keeps the page's direction whatever name is in it. */
  dir?: 'auto';
  help?: string;
  /** An alertdialog asks something that should be answered now. */
  role?: 'dialog' | 'alertdialog';
  onClose: () => void;
  /** What takes the focus; the title when left out. */
  first?: Place;
  children: ComponentChildren;
}

/** Lies over the popup until it is answered; Escape closes it alone, and the focus goes back to where it was. */
export function Sheet({ title, dir, help, role = 'dialog', onClose, first, children }: SheetProps) {
  const say = useWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useModal(dialog, first ?? heading);
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    // The browser would close the popup.
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    <dialog
      class="sheet"
      ref={dialog}
      role={role}
      aria-modal="true"
      aria-labelledby={`${id}-title`}
      aria-describedby={help ? `${id}-help` : undefined}
      onKeyDown={handleKeyDown}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={({ target }) => role === 'dialog' && target === dialog.current && onClose()}
    >
      <div class="sheet-body">
        <div class="sheet-head">
          <h2 id={`${id}-title`} class="sheet-title" ref={heading} tabIndex={-1} dir={dir}>
            {title}
          </h2>
          {role === 'dialog' && <RoundButton icon={X} label={say('close')} onClick={onClose} />}
        </div>
        {help && (
          <p id={`${id}-help`} class="sheet-help">
            {help}
          </p>
        )}
        {children}
      </div>
    </dialog>
  );
}

/** Of the page and of the player: both take the focus. */
const TITLES = '.popup-head h1[tabindex], .player-title';

function useModal(dialog: { current: HTMLDialogElement | null }, first: Place) {
  useLayoutEffect(() => {
    const before = document.activeElement;
    const element = dialog.current!;
    element.showModal();
    first.current?.focus();
    return () => {
      element.close();
      if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus();
      // What opened it is gone meanwhile, as the row of somebody who was removed.
      else document.querySelector<HTMLElement>(TITLES)?.focus();
    };
  }, []);
}
