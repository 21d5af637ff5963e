import type { ReadonlySignal } from '@preact/signals';
import type { Floating } from './reactions.ts';

interface FloatingReactionsProps {
  floating: ReadonlySignal<readonly Floating[]>;
  /** Whose: somebody on stage, or the listeners together. */
  pid: string | null;
}

/** Emojis that rise from an avatar, or in a stream at the side. They stand still where motion is not wanted. */
export function FloatingReactions({ floating, pid }: FloatingReactionsProps) {
  const mine = floating.value.filter((one) => one.pid === pid);
  return (
    <span class={pid ? 'floats' : 'floats floats-stream'} aria-hidden="true">
      {mine.map(({ key, emoji, slot }) => (
        <i key={key} style={{ '--slot': slot }}>
          {emoji}
        </i>
      ))}
    </span>
  );
}
