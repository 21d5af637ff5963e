import { TriangleAlert } from 'lucide';
import type { LookAlike } from '#shared/policy/look-alike.ts';
import { isolated } from '#shared/words/isolated.ts';
import { useWords } from '../context.ts';
import { Icon } from '../icon.tsx';
import { cutInMiddle } from './cut.ts';
import { HANDLE_ROW, type Identity } from './handle.tsx';
import { judgementSoon } from './judgement.ts';

interface LikenessProps {
  likeness: LookAlike | null;
  identities: readonly Identity[];
}

/** Says that somebody is not who they look like; nothing for everybody else. */
export function Likeness(props: LikenessProps) {
  const text = useLine(props);
  return text === null ? null : (
    <span class="likeness">
      <Icon of={TriangleAlert} size={14} />
      {text}
    </span>
  );
}

/** The same where there is room for a sign alone. */
export function LikenessSign(props: LikenessProps) {
  const text = useLine(props);
  return text === null ? null : (
    <span class="likeness" title={text}>
      <Icon of={TriangleAlert} size={13} />
      <span class="unseen">{text}</span>
    </span>
  );
}

function useLine({ likeness, identities }: LikenessProps): string | null {
  const say = useWords();
  const judgement = judgementSoon().value;
  if (!likeness) {
    const isOdd = identities.some(({ handle }) => judgement?.isOddHandle(handle));
    return isOdd ? say('oddHandle') : null;
  }
  const name = isolated(cutInMiddle(likeness.name, HANDLE_ROW));
  return say(`lookAlike_${likeness.of}`, { name });
}
