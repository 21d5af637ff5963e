import type { FaultCode } from '#shared/schema/errors.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { useOffice } from '../office-context.ts';
import { useVoice, type Say } from '../words.ts';

interface TroubleProps {
  fault: FaultCode;
  retryAfter?: number;
  onAgain?: () => void;
  onClose?: () => void;
}

/** What went wrong, what still works and what to do. */
export function Trouble({ fault, retryAfter, onAgain, onClose }: TroubleProps) {
  const { say } = useVoice();
  return (
    <Notice
      title={say(`fault_${fault}`)}
      primary={onAgain && { label: say('tryAgain'), onClick: onAgain }}
      secondary={onClose && { label: say('close'), onClick: onClose }}
    >
      {helpOf(fault, say, retryAfter)}
    </Notice>
  );
}

/** What went wrong with a deed whose name begins so. */
export function DeedTrouble({ deed }: { deed: string }) {
  const { deeds } = useOffice();
  const problem = deeds.problem.value;
  if (!problem?.deed.startsWith(deed)) return null;
  const isFinal = problem.fault === 'forbidden' || problem.fault === 'not_found';
  return (
    <Trouble
      fault={problem.fault}
      retryAfter={problem.retryAfter}
      onAgain={isFinal ? undefined : problem.again}
      onClose={deeds.forget}
    />
  );
}

function helpOf(fault: FaultCode, say: Say, retryAfter?: number): string {
  if (fault === 'rate_limited' && retryAfter) return say('rateLimitedFor', { n: Math.ceil(retryAfter) });
  return say(`faultHelp_${fault}`);
}
