import type { FaultCode } from '#shared/schema/errors.ts';
import type { Say } from '#shared/ui/context.ts';
import type { WordKey } from '#shared/words/words.ts';

const FAULTS: Partial<Record<FaultCode, WordKey>> = {
  invalid_input: 'followsBadName',
  not_found: 'followsNotFound',
  rate_limited: 'followsTooOften',
};

/** What went wrong with an account whose follows were to be read, in one sentence. */
export function followsFault(fault: FaultCode, t: Say): string {
  return t(FAULTS[fault] ?? 'followsUnreachable');
}
