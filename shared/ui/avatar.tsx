import { effect } from '@preact/signals';
import type { IconNode } from 'lucide';
import type { Ref } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
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
  place?: Ref<HTMLSpanElement>;
}

/** Finer steps of loudness than these nobody sees, and each costs a style. */
const STEPS = 20;

/** A round picture, or an initial until there is one. It says nothing by itself: whoever places it gives the name in text. */
export function Avatar({ id, name, pic, server, isSpeaking, badge, place }: AvatarProps) {
  const { catalogue, picture: show } = usePart();
  const picture = pic && show?.(pic, server).value;
  return (
    <span
      ref={place}
      class="avatar"
      data-speaking={isSpeaking || undefined}
      style={{ '--face': colourOf(id) }}
      aria-hidden="true"
    >
      <span class="avatar-face" data-initial={initialOf(name, catalogue.value.language)}>
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

/** An avatar whose ring follows the person's voice; a change of loudness sets one style and renders nothing. */
export function LiveAvatar(props: Omit<AvatarProps, 'place'>) {
  const { levels } = useShell().perch;
  const { id, isSpeaking } = props;
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!isSpeaking) return;
    return effect(() => {
      const level = Math.round((levels.value[id] ?? 0) * STEPS) / STEPS;
      // Preact ends an effect after the frame that takes its element away.
      place.current?.style.setProperty('--level', `${level}`);
    });
  }, [levels, id, isSpeaking]);
  return <Avatar {...props} place={place} />;
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
