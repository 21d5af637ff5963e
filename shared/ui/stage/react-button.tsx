import { useSignal } from '@preact/signals';
import { Smile } from 'lucide';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { REACTIONS } from '#shared/schema/stage.ts';
import { Button, RoundButton } from '../button.tsx';
import { useWords } from '../context.ts';
import { useOutside } from '../parts/outside.ts';
import type { StageDesk } from '../stage-desk.ts';

/** Opens the tray of emojis, which stays open so that a person can clap more than once. */
export function ReactButton({ desk }: { desk: StageDesk }) {
  const say = useWords();
  const id = useId();
  const isOpen = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    isOpen.value = false;
    button.current?.focus();
  };
  return (
    <span class="react-place">
      <RoundButton
        icon={Smile}
        label={say('react')}
        buttonRef={button}
        aria-expanded={isOpen.value}
        aria-controls={id}
        onClick={() => (isOpen.value = !isOpen.value)}
      />
      {isOpen.value && (
        <Tray id={id} desk={desk} button={button} onLeave={() => (isOpen.value = false)} onClose={close} />
      )}
    </span>
  );
}

interface TrayProps {
  id: string;
  desk: StageDesk;
  button: { current: HTMLElement | null };
  /** A press elsewhere. */
  onLeave: () => void;
  onClose: () => void;
}

function Tray({ id, desk, button, onLeave, onClose }: TrayProps) {
  const say = useWords();
  const at = useSignal(0);
  const tray = useRef<HTMLDivElement>(null);
  const focus = (index: number) => {
    at.value = (index + REACTIONS.length) % REACTIONS.length;
    tray.current?.querySelectorAll('button')[at.value]?.focus();
  };
  useLayoutEffect(() => focus(0), []);
  useOutside([tray, button], onLeave);
  const handleKeyDown = (event: KeyboardEvent) => {
    const isRtl = tray.current!.matches(':dir(rtl)');
    const steps: Record<string, number> = { ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1 };
    const step = steps[event.key];
    if (step === undefined && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (step === undefined) onClose();
    else focus(at.value + step);
  };
  return (
    <div
      id={id}
      class="react-tray"
      role="toolbar"
      aria-label={say('reactions')}
      ref={tray}
      onKeyDown={handleKeyDown}
    >
      {REACTIONS.map((emoji, index) => (
        <Button
          key={emoji}
          look="bare"
          tabIndex={index === at.value ? 0 : -1}
          onClick={() => {
            at.value = index;
            void desk.react(emoji);
          }}
        >
          {emoji}
        </Button>
      ))}
    </div>
  );
}
