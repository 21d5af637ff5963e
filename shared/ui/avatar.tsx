import { MicOff } from 'lucide';
import { usePart, useShell } from './context.ts';
import { colourOf, initialOf } from '#shared/words/face.ts';
import { Icon } from './icon.tsx';

interface AvatarProps {
  id: string;
  name: string;
  isSpeaking?: boolean;
  isMuted?: boolean;
  /** Loudness from 0 to 1: how far the halo stands off. */
  level?: number;
}

/** A round initial. It says nothing by itself: whoever places it gives the name in text. */
export function Avatar({ id, name, isSpeaking = false, isMuted = false, level = 0 }: AvatarProps) {
  const { catalogue } = usePart();
  return (
    <span
      class="avatar"
      data-speaking={isSpeaking || undefined}
      style={{ '--face': colourOf(id), '--level': level.toFixed(2) }}
      aria-hidden="true"
    >
      <span class="avatar-face">{initialOf(name, catalogue.value.language)}</span>
      {isMuted && (
        <span class="avatar-badge">
          <Icon of={MicOff} size={12} />
        </span>
      )}
    </span>
  );
}

/** An avatar whose halo follows the person's voice. */
export function LiveAvatar(props: Omit<AvatarProps, 'level'>) {
  const { perch } = useShell();
  const level = props.isSpeaking ? (perch.levels.value[props.id] ?? 0) : 0;
  return <Avatar {...props} level={level} />;
}

export function AvatarStack({ people, max }: { people: { pid: string; name: string }[]; max: number }) {
  return (
    <span class="stack">
      {people.slice(0, max).map(({ pid, name }) => (
        <Avatar key={pid} id={pid} name={name} />
      ))}
    </span>
  );
}
