import { TriangleAlert } from 'lucide';
import type { LookAlike } from '#shared/policy/look-alike.ts';
import { isOddHandle } from '#shared/policy/odd-handle.ts';
import { isolated } from '#shared/words/isolated.ts';
import { useWords } from '../context.ts';
import { Icon } from '../icon.tsx';
import { cutInMiddle } from './cut.ts';
import { HANDLE_ROW, type Identity } from './handle.tsx';

interface LikenessProps {
  likeness: LookAlike | null;
  identities: readonly Identity[];
}

/** Says that somebody is not who they look like; nothing for everybody else. */
export function Likeness({ likeness, identities }: LikenessProps) {
  const say = useWords();
  if (likeness) {
    const name = isolated(cutInMiddle(likeness.name, HANDLE_ROW));
    return <Warning text={say(`lookAlike_${likeness.of}`, { name })} />;
  }
  return identities.some(({ handle }) => isOddHandle(handle)) ? <Warning text={say('oddHandle')} /> : null;
}

function Warning({ text }: { text: string }) {
  return (
    <span class="likeness">
      <Icon of={TriangleAlert} size={14} />
      {text}
    </span>
  );
}
