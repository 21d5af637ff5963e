import { outcomeOf } from '#shared/client/fault.ts';
import type { Handlers } from '../platform/messenger.ts';
import type { SiteAccess } from './site-access.ts';

/** What our own pages ask about the hosts where Perch works. */
export function accessCommands(
  access: SiteAccess,
): Pick<Handlers<'background'>, 'background:wishSite' | 'background:removeSite'> {
  return {
    'background:wishSite': ({ site }) => outcomeOf(() => access.wish(site)),
    'background:removeSite': ({ host }) => outcomeOf(() => access.remove(host)),
  };
}
