import css from '#shared/ui/bar.css?inline';
import { foundOf } from '#shared/client/fault.ts';
import type { Handlers } from '../platform/messenger.ts';
import type { Background } from './background.ts';
import { MastodonDomains } from './mastodon-domain.ts';

type SiteCommand = 'sheet' | 'space' | 'bar' | 'domain';

/** What the content script in a social site asks for. */
export function siteCommands(
  background: Background,
): Pick<Handlers<'background'>, `background:${SiteCommand}`> {
  const domains = new MastodonDomains((input, init) => fetch(input, init));
  return {
    'background:sheet': () => ({ css }),
    'background:space': async ({ server, spaceId }) => {
      await background.ready;
      return foundOf(() => background.desk.read(server, spaceId));
    },
    'background:bar': async (wish, { origin }) => {
      await background.ready;
      await background.bar.obey(wish, origin ? new URL(origin).hostname : null, Date.now());
      return { fault: null };
    },
    'background:domain': async (_, { origin }) => ({ domain: origin ? await domains.of(origin) : null }),
  };
}
