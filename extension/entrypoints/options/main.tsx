import { signal } from '@preact/signals';
import { render } from 'preact';
import { isInRoom } from '#shared/client/room-memory.ts';
import type { Catalogue } from '#shared/words/words.ts';
import { connectAccount } from '../../platform/account.ts';
import { readCatalogue } from '../../platform/catalogue.ts';
import { browserLanguage, chooseLanguage } from '../../platform/choose-language.ts';
import { deskVerbs } from '../../platform/desk.ts';
import { send } from '../../platform/messaging.ts';
import { picture } from '../../platform/pictures.ts';
import { allShortcuts, openShortcuts, SHORTCUTS_PAGE } from '../../platform/shortcuts.ts';
import { connectSound } from '../../platform/sound-desk.ts';
import { language, lastRoom, otherServers, serverUrl } from '../../platform/store.ts';
import { version } from '../../platform/version.ts';
import { openWelcome } from '../../platform/welcome.ts';
import { wearLanguage } from '../../platform/wear-language.ts';
import { FOLLOWS } from './connect-follows.ts';
import { connectPrivacy } from './connect-privacy.ts';
import { connectSites } from './connect-sites.ts';
import { FILES } from './files/connect-files.ts';
import { follow } from './follow-item.ts';
import { OptionsPage, type Options } from './options-page.tsx';

const catalogue = signal<Catalogue>(await readCatalogue());
// Wherever it was chosen.
language.watch(async () => (catalogue.value = await readCatalogue()));

const servers = signal<string[]>([]);
async function readServers(): Promise<void> {
  const [home, others] = await Promise.all([serverUrl.get(), otherServers.get()]);
  servers.value = others.filter((server) => server !== home);
}
otherServers.watch(() => void readServers());
serverUrl.watch(() => void readServers());
await readServers();

const isInSpace = signal(false);
async function readRoom(): Promise<void> {
  const room = await lastRoom.get();
  isInSpace.value = room !== null && isInRoom(room);
}
lastRoom.watch(() => void readRoom());
await readRoom();

const options: Options = {
  catalogue,
  address: await follow(serverUrl),
  version: version(),
  servers,
  removeServer: (server) => send('background:removeServer', { server }),
  follows: FOLLOWS,
  sites: await connectSites(),
  account: await connectAccount(),
  isInSpace,
  picture,
  blocks: deskVerbs.blocks,
  unblock: deskVerbs.unblock,
  useServer: (url) => send('background:server', { url }),
  language: {
    chosen: await follow(language),
    ofSystem: chooseLanguage(null, browserLanguage()),
    speak: (choice) => language.set(choice),
  },
  sound: await connectSound(new AbortController().signal),
  openMicrophone: () => send('background:openMicrophone', {}),
  shortcuts: { all: allShortcuts, change: openShortcuts, address: SHORTCUTS_PAGE },
  privacy: await connectPrivacy(),
  files: FILES,
  openWelcome,
};

wearLanguage(catalogue);
render(<OptionsPage options={options} />, document.getElementById('app')!);
