import type { IconNode } from 'lucide';
import { usePart, useShell } from './context.ts';
import { colourOf, initialOf } from '#shared/words/face.ts';
import { Icon } from './icon.tsx';

interface Pictured {
  name: string;
  /** Of the person's picture. */
  pic?: string | undefined;
}

interface AvatarProps extends Pictured {
  id: string;
  /** Where the picture is; home when left out. */
  server?: string | null | undefined;
  isSpeaking?: boolean;
  /** A small sign at its edge. */
  badge?: IconNode | false | undefined;
  /** Loudness from 0 to 1: how far the halo stands off. */
  level?: number;
}

/** A round picture, or an initial until there is one. It says nothing by itself: whoever places it gives the name in text. */
export function Avatar({ id, name, pic, server, isSpeaking, badge, level = 0 }: AvatarProps) {
  const { catalogue, picture: show } = usePart();
  const picture = pic && show?.(pic, server).value;
  return (
    <span
      class="avatar"
      data-speaking={isSpeaking || undefined}
      style={{ '--face': colourOf(id), '--level': level.toFixed(2) }}
      aria-hidden="true"
    >
      <span class="avatar-face">
        {initialOf(name, catalogue.value.language)}
        {picture && <img src={picture} alt="" />}
      </span>
      {badge && (
        <span class="avatar-badge">
          <Icon of={badge} size={12} />
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

interface AvatarStackProps extends Pick<AvatarProps, 'server'> {
  people: (Pictured & { pid: string })[];
  max: number;
}

export function AvatarStack({ people, max, server }: AvatarStackProps) {
  return (
    <span class="stack">
      {people.slice(0, max).map(({ pid, name, pic }) => (
        <Avatar key={pid} id={pid} name={name} pic={pic} server={server} />
      ))}
    </span>
  );
}
