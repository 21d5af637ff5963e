import { spaceLinkOf } from '#shared/schema/space-link.ts';
import type { LinkDesk } from '#shared/ui/link/link-desk.ts';
import { send } from './page-messaging.ts';
import { pageInFront } from './tabs.ts';

/** The Space that the page under the popup is about, when its address is that of a share page. No other address leaves here. */
export async function linkInFront(): Promise<LinkDesk | null> {
  const link = spaceLinkOf((await pageInFront()) ?? '');
  return (
    link && {
      ...link,
      look: () => send('background:look', link),
      add: () => send('background:addServer', { server: link.server }),
    }
  );
}
