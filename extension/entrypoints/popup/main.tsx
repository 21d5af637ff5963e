import { render } from 'preact';
import { ShellContext } from '#shared/ui/context.ts';
import { createDeeds } from '#shared/ui/deeds.ts';
import { Popup } from '#shared/ui/popup.tsx';
import { readCatalogue } from '../../platform/catalogue.ts';
import { connectDesk } from '../../platform/desk.ts';
import { linkInFront } from '../../platform/link.ts';
import { PAGE_VERBS } from '../../platform/page-verbs.ts';
import { connectPerch } from '../../platform/perch.ts';
import { connectShare } from '../../platform/share.ts';
import { connectSound } from '../../platform/sound-desk.ts';
import { warm } from '../../platform/warm.ts';
import { wearLanguage } from '../../platform/wear-language.ts';
import { siteInFront } from './site-in-front.ts';

const closed = new AbortController();
addEventListener('pagehide', () => closed.abort(), { once: true });

void warm();
const [view, desk, sound, share, link, site] = await Promise.all([
  connectPerch('popup', readCatalogue, closed.signal),
  connectDesk(closed.signal),
  connectSound(closed.signal),
  connectShare(),
  linkInFront(),
  siteInFront(),
]);
const account = async () => (await import('../../platform/account.ts')).connectAccount();
const perch = { ...view, ...PAGE_VERBS, sound, desk, account, bar: null, share };
const app = document.getElementById('app')!;
app.replaceChildren();
wearLanguage(perch.catalogue);
render(
  <ShellContext.Provider value={{ perch, deeds: createDeeds() }}>
    <Popup link={link} site={site} />
  </ShellContext.Provider>,
  app,
);
