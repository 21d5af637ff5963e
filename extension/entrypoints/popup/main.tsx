import { render } from 'preact';
import { ShellContext } from '#shared/ui/context.ts';
import { createDeeds } from '#shared/ui/deeds.ts';
import { Popup } from '#shared/ui/popup.tsx';
import type { SiteDesk } from '#shared/ui/site/site-desk.ts';
import { readCatalogue } from '../../platform/catalogue.ts';
import { connectDesk } from '../../platform/desk.ts';
import { endFirstReads } from '../../platform/first-reads.ts';
import { linkInFront } from '../../platform/link.ts';
import { PAGE_VERBS } from '../../platform/page-verbs.ts';
import { connectPerch } from '../../platform/perch.ts';
import { connectShare } from '../../platform/share.ts';
import { connectSound } from '../../platform/sound-desk.ts';
import { lastView } from '../../platform/store.ts';
import { warm } from '../../platform/warm.ts';
import { wearLanguage } from '../../platform/wear-language.ts';
import { siteInFront } from './site-in-front.ts';
import { watchTouch } from './watch-touch.ts';

/** The join is got ready once nothing is left to draw, or after so long. */
const WARM_WITHIN_MS = 200;

const closed = new AbortController();
addEventListener('pagehide', () => closed.abort(), { once: true });

const isTouched = watchTouch(closed.signal);
let site: SiteDesk | null = null;
const sought = siteInFront();
void sought.then((found) => (site = found));
const [view, desk, sound, share, link] = await Promise.all([
  connectPerch('popup', readCatalogue, closed.signal, { view: lastView.get() }),
  connectDesk(closed.signal),
  connectSound(closed.signal),
  connectShare(),
  linkInFront(),
]);
const account = async () => (await import('../../platform/account.ts')).connectAccount();
const perch = { ...view, ...PAGE_VERBS, sound, desk, account, bar: null, share };
const shell = { perch, deeds: createDeeds() };
const app = document.getElementById('app')!;
const draw = () =>
  render(
    <ShellContext.Provider value={shell}>
      <Popup link={link} site={site} />
    </ShellContext.Provider>,
    app,
  );
app.replaceChildren();
wearLanguage(perch.catalogue);
draw();
endFirstReads();
requestIdleCallback(() => void warm(), { timeout: WARM_WITHIN_MS });
// The page below may be slow to say what it is; its offer stands above the list, which moves under nobody's finger.
await sought;
if (!isTouched()) draw();
