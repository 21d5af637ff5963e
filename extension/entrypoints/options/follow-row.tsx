import { useSignal } from '@preact/signals';
import { RefreshCw } from 'lucide';
import type { FollowSource } from '#shared/schema/follows.ts';
import { Button, RoundButton } from '#shared/ui/button.tsx';
import type { Say } from '#shared/ui/context.ts';
import { followsFault } from './follows-fault.ts';

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** How long ago, in the biggest whole step; under a minute it was just now. */
function agoOf(at: number, now: number, language: string, t: Say): string {
  const [unit, ms] = STEPS.find(([, step]) => now - at >= step) ?? [];
  if (!unit || !ms) return t('followsNow');
  return new Intl.RelativeTimeFormat(language).format(-Math.floor((now - at) / ms), unit);
}

interface FollowRowProps {
  source: FollowSource;
  language: string;
  say: Say;
  onRead: () => Promise<void>;
  onRemove: () => Promise<void>;
}

/** One account: how many it follows, when that was read, and what is in the way. */
export function FollowRow({ source, language, say: t, onRead, onRemove }: FollowRowProps) {
  const pending = useSignal<'read' | 'remove' | null>(null);
  const { handle, isOff } = source;
  const run = async (name: 'read' | 'remove', act: () => Promise<void>) => {
    if (pending.value) return;
    pending.value = name;
    await act().finally(() => (pending.value = null));
  };
  const isReading = pending.value === 'read';
  return (
    <li class="entry">
      <span class="entry-name">
        <bdi class="entry-wrap" dir="ltr">
          {handle}
        </bdi>
        <span class="entry-note" role="status">
          {isReading ? t('followsReading') : lineOf(source, language, t)}
        </span>
      </span>
      {isOff ? (
        <Button
          look="quiet"
          aria-label={t('readAgainOf', { handle })}
          isBusy={isReading}
          onClick={() => void run('read', onRead)}
        >
          {t('readAgain')}
        </Button>
      ) : (
        <RoundButton
          icon={RefreshCw}
          label={t('readAgainOf', { handle })}
          isBusy={isReading}
          onClick={() => void run('read', onRead)}
        />
      )}
      {!isOff && (
        <Button
          look="quiet"
          aria-label={t('removeFollows', { handle })}
          isBusy={pending.value === 'remove'}
          onClick={() => void run('remove', onRemove)}
        >
          {t('remove')}
        </Button>
      )}
    </li>
  );
}

function lineOf(source: FollowSource, language: string, t: Say): string {
  const { state, fault, count, readAt, identity, isOff } = source;
  if (isOff) return t('followsOff');
  if (state === 'needs-leave') return t(identity ? 'followsNeedsLeave' : 'followsHidden');
  if (state === 'failed') return t('followsFailed', { why: followsFault(fault ?? 'network_unreachable', t) });
  if (readAt === null) return t('followsNew');
  const when = agoOf(readAt, Date.now(), language, t);
  return `${t('followsCount', { n: count })} · ${t('followsRead', { when })}`;
}
