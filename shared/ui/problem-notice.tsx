import type { FaultCode } from '#shared/schema/errors.ts';
import { useContext } from 'preact/hooks';
import { SignInContext, useShell, useWords, type Say } from './context.ts';
import type { Problem } from './deeds.ts';
import { Notice, type NoticeAction } from './notice.tsx';
import { useIsOnline } from './online.ts';
import { joinOfDeed } from './join.ts';
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
  'blocked_by_host',
  'guests_refused',
  'not_in_space',
  'cohosts_full',
  'requests_locked',
  'invitation_over',
  'invalid_input',
  'body_too_large',
]);
/** Deeds done in a sheet, which says itself what went wrong. */
const IN_SHEET = /^(request$|end$|report|block|remove:|host:|settings:|server:|account:)/;
/** A join that meets these is asked about. */
const ASKING = new Set<FaultCode>(['blocked_on_stage', 'anonymous_refused']);
/** The player shows these itself, for as long as they are so. */
const ABOUT_MICROPHONE = new Set<FaultCode>(['microphone_denied', 'microphone_missing', 'microphone_busy']);

/** Faults that say who may do it: signing in is the way out. */
export function isAboutWho(fault: FaultCode): boolean {
  return fault === 'sign_in_required' || fault === 'unauthenticated';
}

/** Whether the same click would meet this fault again. */
export function isFinal(fault: FaultCode): boolean {
  return FINAL.has(fault);
}

/** What still works and what to do about a fault. */
export function helpOf(fault: FaultCode, say: Say, retryAfter?: number): string {
  if (fault === 'rate_limited' && retryAfter) return say('rateLimitedFor', { n: Math.ceil(retryAfter) });
  return say(`faultHelp_${fault}`);
}

/** The one fault worth a sentence now: of the last click, else of the list. */
export function ProblemNotice() {
  const problem = useNoticeable();
  return problem ? <DeedNotice /> : <ListNotice />;
}

/** What went wrong with the last click. */
export function DeedNotice() {
  const problem = useNoticeable();
  if (!problem) return null;
  const { fault, retryAfter, again, deed } = problem;
  return (
    <FaultNotice fault={fault} retryAfter={retryAfter} again={again} server={joinOfDeed(deed)?.server} />
  );
}

/** Why the list may be old; it is asked for again once the browser is back on a network. */
export function ListNotice() {
  const { perch, deeds } = useShell();
  const say = useWords();
  const { fault } = perch.view.value.list;
  const again = () => void deeds.run('refresh', perch.refresh);
  const isOnline = useIsOnline(() => perch.view.peek().list.fault && again());
  if (fault !== 'unreachable' || isOnline) return fault && <FaultNotice fault={fault} again={again} />;
  return (
    <Notice title={say('youAreOffline')} primary={{ label: say('tryAgain'), onClick: again }}>
      {say('offlineHelp')}
    </Notice>
  );
}

/** The last problem, unless it shows in a place of its own. */
export function useNoticeable(): Problem | null {
  const { perch, deeds } = useShell();
  const problem = deeds.problem.value;
  if (!problem || IN_SHEET.test(problem.deed)) return null;
  if (ABOUT_MICROPHONE.has(problem.fault) && isInSpace(perch.room.value)) return null;
  return ASKING.has(problem.fault) && joinOfDeed(problem.deed) ? null : problem;
}

interface FaultNoticeProps {
  fault: FaultCode;
  retryAfter?: number;
  /** Whom it was asked of, when that is not the home server. */
  server?: string;
  again: () => void;
}

function FaultNotice({ fault, retryAfter, server, again }: FaultNoticeProps) {
  const { perch, deeds } = useShell();
  const say = useWords();
  const isServer = ABOUT_SERVER.has(fault);
  const address = server ?? perch.view.value.server;
  const { openOptions } = perch;
  const toSignIn = useContext(SignInContext);
  // Abroad people are guests.
  const signIn = !server && isAboutWho(fault) && toSignIn && { label: say('signIn'), onClick: toSignIn };
  const settings = openOptions && {
    label: say('settings'),
    onClick: () => void deeds.run('options', openOptions),
  };
  const close: NoticeAction = { label: say('close'), onClick: deeds.forget };
  return (
    <Notice
      title={say(`fault_${fault}`)}
      primary={signIn || (isFinal(fault) ? undefined : { label: say('tryAgain'), onClick: again })}
      secondary={isServer && !server ? (settings ?? undefined) : close}
    >
      {helpOf(fault, say, retryAfter)}
      {settings && isServer && address && <span class="notice-address">{say('serverAt', { address })}</span>}
    </Notice>
  );
}
