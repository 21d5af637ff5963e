import type { FaultCode } from '#shared/schema/errors.ts';
import { useShell, useWords, type Say } from './context.ts';
import { Notice, type NoticeAction } from './notice.tsx';
import { isInSpace } from './now-playing.ts';

/** Faults about the address or the server behind it: the settings are the way out. */
const ABOUT_SERVER = new Set<FaultCode>(['unreachable', 'not_perch', 'bad_address']);
/** Faults that the same click would only meet again. */
const FINAL = new Set<FaultCode>([
  'not_found',
  'space_ended',
  'removed',
  'forbidden',
  'already_hosting',
  'invalid_input',
  'body_too_large',
]);
/** The player shows these itself, for as long as they are so. */
const ABOUT_MICROPHONE = new Set<FaultCode>(['microphone_denied', 'microphone_missing', 'microphone_busy']);

/** What still works and what to do about a fault. */
export function helpOf(fault: FaultCode, say: Say, retryAfter?: number): string {
  if (fault === 'rate_limited' && retryAfter) return say('rateLimitedFor', { n: Math.ceil(retryAfter) });
  return say(`faultHelp_${fault}`);
}

/** The one fault worth a sentence now: of the last click, else of the list. */
export function ProblemNotice() {
  const { perch, deeds } = useShell();
  const problem = deeds.problem.value;
  const { fault } = perch.view.value.list;
  if (problem && !(ABOUT_MICROPHONE.has(problem.fault) && isInSpace(perch.room.value))) {
    return <FaultNotice fault={problem.fault} retryAfter={problem.retryAfter} again={problem.again} />;
  }
  if (fault) return <FaultNotice fault={fault} again={() => void deeds.run('refresh', perch.refresh)} />;
  return null;
}

interface FaultNoticeProps {
  fault: FaultCode;
  retryAfter?: number;
  again: () => void;
}

function FaultNotice({ fault, retryAfter, again }: FaultNoticeProps) {
  const { perch, deeds } = useShell();
  const say = useWords();
  const isServer = ABOUT_SERVER.has(fault);
  const address = perch.view.value.server;
  const settings = { label: say('settings'), onClick: () => void deeds.run('options', perch.openOptions) };
  const close: NoticeAction = { label: say('close'), onClick: deeds.forget };
  return (
    <Notice
      title={say(`fault_${fault}`)}
      primary={FINAL.has(fault) ? undefined : { label: say('tryAgain'), onClick: again }}
      secondary={isServer ? settings : close}
    >
      {helpOf(fault, say, retryAfter)}
      {isServer && address && <span class="notice-address">{say('serverAt', { address })}</span>}
    </Notice>
  );
}
