import type { Block, BlockRequest, MuteRequest, ReportRequest } from '#shared/schema/safety.ts';
import type { Logger } from '../../log.ts';
import type { AheadContext } from '../ahead/ahead.ts';
import type { SpacesContext } from '../context.ts';
import type { AccountRecord } from '../records.ts';
import type { Spaces } from '../spaces.ts';
import { block, blocksOf, unblock } from './blocks.ts';
import { mute, unmute } from './mutes.ts';
import { report } from './reports.ts';

export interface SafetyContext extends AheadContext, Pick<SpacesContext, 'announcer'> {
  spaces: Pick<Spaces, 'person'>;
  log: Pick<Logger, 'warn'>;
}

/** What anybody may do against somebody, in a Space or not. Each throws `Refusal`. */
export interface Safety {
  block(account: AccountRecord, request: BlockRequest): Promise<Block>;
  blocks(account: AccountRecord): Promise<Block[]>;
  /** Undone twice is fine, and nobody undoes another's. */
  unblock(account: AccountRecord, id: string): Promise<void>;
  /** The account hears nothing of that person any more, here and elsewhere; muted again is fine. */
  mute(account: AccountRecord, request: MuteRequest): Promise<void>;
  /** Undone twice is fine. */
  unmute(account: AccountRecord, request: MuteRequest): Promise<void>;
  report(account: AccountRecord, request: ReportRequest): Promise<void>;
}

export function createSafety(context: SafetyContext): Safety {
  return {
    block: (account, request) => block(context, account, request),
    blocks: (account) => blocksOf(context, account),
    unblock: (account, id) => unblock(context, account, id),
    mute: (account, request) => mute(context, account, request),
    unmute: (account, request) => unmute(context, account, request),
    report: (account, request) => report(context, account, request),
  };
}
