import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';

export interface NoticeAction {
  label: string;
  onClick: () => void;
}

interface NoticeProps {
  /** What happened. */
  title: string;
  /** What still works and what to do. */
  children: ComponentChildren;
  primary?: NoticeAction;
  secondary?: NoticeAction;
}

/** A plain sentence about something that went wrong or is over, with at most one primary action. */
export function Notice({ title, children, primary, secondary }: NoticeProps) {
  return (
    <div class="notice" role="alert">
      <h2 class="notice-title">{title}</h2>
      <p class="notice-text">{children}</p>
      {(primary || secondary) && (
        <div class="notice-actions">
          {primary && (
            <Button look="primary" onClick={primary.onClick}>
              {primary.label}
            </Button>
          )}
          {secondary && (
            <Button look="quiet" onClick={secondary.onClick}>
              {secondary.label}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
