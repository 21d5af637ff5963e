import css from '#shared/ui/bar.css?inline';
import { foundOf, outcomeOf } from '#shared/client/fault.ts';
import type { Handlers } from '../platform/messenger.ts';
import type { Background } from './background.ts';
import { MastodonDomains } from './mastodon-domain.ts';
import { Pictures } from './pictures.ts';

type SiteCommand = 'ahead' | 'sheet' | 'space' | 'picture' | 'bar' | 'domain';

/** What the content script in a social site asks for. */
export function siteCommands(
  background: Background,
): Pick<Handlers<'background'>, `background:${SiteCommand}`> {
  const pictures = new Pictures(() => Date.now());
  const domains = new MastodonDomains((input, init) => fetch(input, init));
  return {
    'background:ahead': async ({ spaceId, server, on }) => {
      const { ready, ahead } = background;
      await ready;
      return outcomeOf(() => (on ? ahead.begin(spaceId, server) : ahead.end(spaceId)));
    },
    'background:sheet': () => ({ css }),
    'background:space': async ({ server, spaceId }) => {
      await background.ready;
      return foundOf(() => background.desk.read(server, spaceId));
    },
    'background:picture': async ({ server, id }) => {
      await background.ready;
      const { servers } = background;
      const isKnown = server === undefined || servers.isKnown(server);
      return { url: isKnown ? await pictures.of(servers.clientFor(server), id) : null };
    },
    'background:bar': async (wish, { origin }) => {
      await background.ready;
      await background.bar.obey(wish, origin ? new URL(origin).hostname : null, Date.now());
      return { fault: null };
    },
    'background:domain': async (_, { origin }) => ({ domain: origin ? await domains.of(origin) : null }),
  };
}
