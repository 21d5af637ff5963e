import { awaitedSites } from '../platform/choices-store.ts';
import { chosenSites, siteWish } from '../platform/store.ts';
import * as platform from '../platform/site-access.ts';
import { fixedNames } from '../sites/fixed.ts';
import type { SiteAccessDeps } from './site-access.ts';

/** What site access needs, of this browser. */
export const BROWSER_GATES: SiteAccessDeps = {
  gates: {
    isAllowed: platform.isAllowed,
    giveBack: platform.giveBack,
    registered: platform.registeredScripts,
    register: platform.registerScripts,
    unregister: platform.unregisterScripts,
    injectNow: platform.injectNow,
    switchOffIn: platform.switchOffIn,
    switchOffEverywhere: platform.switchOffEverywhere,
  },
  chosen: chosenSites,
  wish: siteWish,
  awaited: awaitedSites,
  isFixed: (host) => fixedNames(host) !== null,
  now: () => Date.now(),
};
