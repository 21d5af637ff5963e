import { signal, type ReadonlySignal } from '@preact/signals';
import type { lookAlikes } from '#shared/policy/look-alike.ts';
import type { isOddHandle } from '#shared/policy/odd-handle.ts';

/** What tells who can be taken for whom. */
interface Judgement {
  lookAlikes: typeof lookAlikes;
  isOddHandle: typeof isOddHandle;
}

const judgement = signal<Judgement | null>(null);
let loading: Promise<void> | undefined;

/** Its tables of letters come after what a person sees first; null until then. */
export function judgementSoon(): ReadonlySignal<Judgement | null> {
  // What did not come is asked for again when something is drawn anew.
  loading ??= load().catch(() => void (loading = undefined));
  return judgement;
}

async function load(): Promise<void> {
  const [people, handles] = await Promise.all([
    import('#shared/policy/look-alike.ts'),
    import('#shared/policy/odd-handle.ts'),
  ]);
  judgement.value = { ...people, ...handles };
}
