import type { ElementHandle, Page } from 'puppeteer-core';
import type { Sites } from '../sites/serve.ts';
import { until } from '../until.ts';
import type { ConsentAs } from './consent.ts';
import type { StandIn } from './stand-in.ts';

/** Lets a browser under the harness find stand-ins by their public names; take `sites.flags` afterwards. */
export function leadTo(sites: Sites, ...standIns: readonly StandIn[]): void {
  for (const { origin, paths } of standIns) {
    for (const [host, beginnings] of Object.entries(paths)) sites.lead(host, origin, beginnings);
  }
}

/** The button that begins so, once it is there. */
function button(page: Page, words: RegExp): Promise<ElementHandle<HTMLButtonElement>> {
  return until(`the button ${words}`, async () => {
    for (const found of await page.$$('button').catch(() => [])) {
      const text = await found.evaluate(({ textContent }) => textContent.trim()).catch(() => '');
      if (words.test(text)) return found;
    }
    return null;
  });
}

/** Clicks through a stand-in's consent page: says who it is where nobody is signed in, and authorizes or denies. */
export async function consentIn(page: Page, { as, deny = false }: ConsentAs): Promise<void> {
  const words = deny ? 'Deny|Cancel' : 'Authorize';
  const first = await button(page, new RegExp(`^(@${as}\\b|${words})`));
  const isChooser = await first.evaluate(({ name }) => name === 'user');
  await first.click();
  if (isChooser) await (await button(page, new RegExp(`^(${words})`))).click();
}
