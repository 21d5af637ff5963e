import type { ChosenSite } from '#shared/schema/site.ts';
import { send } from './page-messaging.ts';
import { askForHost } from './site-access.ts';

/**
 * Asks the person for a site in the browser's own prompt; true when they said yes. Call it first in a click. The prompt
 * may close the page that asks, so the background is told what it is about and goes on by itself.
 */
export async function allowSite(site: ChosenSite): Promise<boolean> {
  const asked = askForHost(site.host);
  void send('background:wishSite', { site });
  const isAllowed = await asked;
  await send('background:wishSite', { site: isAllowed ? site : null });
  return isAllowed;
}
