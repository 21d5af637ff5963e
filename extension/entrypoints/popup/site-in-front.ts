import { signal } from '@preact/signals';
import * as v from 'valibot';
import { type ChosenSite, ChosenSiteSchema, HostSchema, type SoftwareId } from '#shared/schema/site.ts';
import { broughtBack } from '#shared/ui/site/bar-settings.ts';
import type { SiteDesk } from '#shared/ui/site/site-desk.ts';
import { allowSite } from '../../platform/allow-site.ts';
import { changeBar } from '../../platform/bar-shelf.ts';
import { areAllowed, askForAll, runIn, tabInFront } from '../../platform/site-access.ts';
import { chosenSites, siteWish } from '../../platform/store.ts';
import { recognise, SOFTWARE } from '../../sites/software.ts';
import { fixedSite } from './fixed-site.ts';

/** A page that is too busy to answer by then gets no offer: who has looked at the popup for so long is reading. */
const PROBE_MS = 1_500;

const SoftwareSchema = v.nullable(ChosenSiteSchema.entries.software);

/** The software that the page of a tab is made with, by a few selectors alone. */
async function probe(tabId: number): Promise<SoftwareId | null> {
  const tooLate = new Promise<null>((resolve) => setTimeout(() => resolve(null), PROBE_MS));
  const found = await Promise.race([runIn(tabId, recognise, SOFTWARE), tooLate]);
  return v.is(SoftwareSchema, found) ? found : null;
}

const showBar = (names: readonly string[]) => changeBar((bar) => broughtBack(bar, names));

function chosenSite(host: string): SiteDesk {
  return {
    host,
    names: [host],
    isAllowed: signal(true),
    wasRefused: false,
    allow: async () => true,
    showBar: () => showBar([host]),
  };
}

function newSite(site: ChosenSite, wasRefused: boolean): SiteDesk {
  const { host } = site;
  const isAllowed = signal(false);
  return {
    host,
    names: [host],
    isAllowed,
    wasRefused,
    async allow() {
      isAllowed.value = await allowSite(site);
      return isAllowed.value;
    },
    showBar: () => showBar([host]),
  };
}

/** The site that the popup was opened over, where Perch works or could. */
export async function siteInFront(): Promise<SiteDesk | null> {
  const tab = await tabInFront();
  if (!tab) return null;
  const { protocol, hostname: host } = tab.url;
  const fixed = await fixedSite(host, { areAllowed, askForAll, showBar });
  if (fixed) return fixed;
  if (protocol !== 'https:' || !v.is(HostSchema, host)) return null;
  const [sites, wish, software] = await Promise.all([chosenSites.get(), siteWish.get(), probe(tab.id)]);
  const chosen = sites.find((site) => site.host === host);
  if (software !== null && software !== chosen?.software)
    return newSite({ host, software }, wish?.site.host === host);
  return chosen ? chosenSite(host) : null;
}
