import type { SessionKeeper } from '#shared/client/session.ts';
import { savesData } from '../platform/lifecycle.ts';
import * as store from '../platform/store.ts';
import { Ahead } from './ahead.ts';
import type { Background } from './background.ts';
import { createHostLine } from './host-line.ts';

/** Joins ahead of the click, as the browser and the person's settings let it. */
export function createAhead(
  { servers, flow, host, sound }: Pick<Background, 'servers' | 'flow' | 'host' | 'sound'>,
  sessions: SessionKeeper,
): Ahead {
  return new Ahead({
    servers,
    sessions,
    host: createHostLine((into) => sound.mixFor(into)),
    closeSoon: () => host.closeSoon(),
    isBusy: () => flow.isUnderWay,
    isWanted: () => store.ahead.get(),
    savesData,
    now: () => Date.now(),
    setTimeout: (act, ms) => setTimeout(act, ms),
  });
}
