import { signal } from '@preact/signals';
import { render } from 'preact';
import type { Catalogue } from '#shared/words/words.ts';
import { readCatalogue } from '../../platform/catalogue.ts';
import { send } from '../../platform/messaging.ts';
import { followPin } from '../../platform/pin.ts';
import { connectSound } from '../../platform/sound-desk.ts';
import { language, serverUrl } from '../../platform/store.ts';
import { openOptions } from '../../platform/tabs.ts';
import { openPopup } from '../../platform/toolbar.ts';
import { wearLanguage } from '../../platform/wear-language.ts';
import { connectSites } from '../options/connect-sites.ts';
import { follow } from '../options/follow-item.ts';
import { playChime } from './chime.ts';
import { WelcomePage } from './welcome-page.tsx';

const catalogue = signal<Catalogue>(await readCatalogue());
language.watch(async () => (catalogue.value = await readCatalogue()));
wearLanguage(catalogue);

const gone = new AbortController();
addEventListener('pagehide', () => gone.abort(), { once: true });
const [isPinned, address, sound, sites] = await Promise.all([
  followPin(gone.signal),
  follow(serverUrl),
  connectSound(gone.signal),
  connectSites(),
]);

render(
  <WelcomePage
    desk={{
      catalogue,
      isPinned,
      address,
      useServer: (url) => send('background:server', { url }),
      sound,
      play: playChime,
      sites,
      openPopup: () =>
        openPopup().then(
          () => true,
          () => false,
        ),
      openOptions,
    }}
  />,
  document.getElementById('app')!,
);
