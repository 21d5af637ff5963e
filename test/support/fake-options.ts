import { type Signal, signal } from '@preact/signals';
import type { Visit } from '#shared/schema/history.ts';
import type { Language, Outcome } from '#shared/schema/view.ts';
import { en } from '#shared/words/en.ts';
import type { Options } from '../../extension/entrypoints/options/options-page.tsx';
import type { PrivacyOptions } from '../../extension/entrypoints/options/connect-privacy.ts';
import type { FileOptions } from '../../extension/entrypoints/options/files/connect-files.ts';
import { merged } from '../../extension/entrypoints/options/files/changes.ts';
import { readSettings, type Settings } from '../../extension/entrypoints/options/files/settings-file.ts';
import type { Shortcut } from '../../extension/platform/shortcuts.ts';
import { fakeAccount } from './fake-account.ts';
import { fakeDesk } from './fake-desk.ts';
import { fakeFollows } from './fake-follows.ts';
import { fakeSites } from './fake-sites.ts';
import { fakeSound, SPEAKERS } from './fake-sound.ts';

const well = async (): Promise<Outcome> => ({ fault: null });

export const SHORTCUTS: readonly Shortcut[] = [
  { name: '_execute_action', description: '', key: '' },
  { name: 'toggle-mic', description: 'Turn the microphone on or off', key: 'Alt+Shift+M' },
  { name: 'leave', description: 'Leave the Space', key: 'Alt+Shift+L' },
];

/** As they are after installing, at this computer's own server. */
export const PLAIN_SETTINGS: Settings = {
  server: 'http://localhost:8790',
  servers: [],
  sites: [],
  bar: { always: false, collapsed: false, hiddenOn: [], offOn: [] },
  language: null,
  sound: {},
  volume: 1,
  voices: [],
  mastodon: '',
  privacy: { shown: false, ahead: true, keepsHistory: true },
  history: [],
};

/** Settings in memory that are taken along and brought in; `saved` are the names of files. */
export function fakeFiles(): FileOptions & { settings: Settings; saved: boolean[] } {
  const fake = {
    settings: PLAIN_SETTINGS,
    saved: [] as boolean[],
    async save(withVisits: boolean) {
      fake.saved.push(withVisits);
      return 'perch-settings-2026-11-27.json';
    },
    read: async (file: File) => readSettings(await file.text()),
    now: async () => fake.settings,
    async apply(given: Partial<Settings>) {
      fake.settings = merged(fake.settings, given);
      return { waiting: fake.settings.sites.length, fault: null };
    },
  };
  return fake;
}

/** What of privacy a person sets, in memory. */
export function fakePrivacy(
  known: readonly Visit[] = [],
): PrivacyOptions & { visits: Signal<readonly Visit[]> } {
  const isShown = signal(false);
  const isAhead = signal(true);
  const keeps = signal(true);
  const visits = signal(known);
  return {
    isShown,
    isAhead,
    keeps,
    visits,
    showMe: async (on) => void (isShown.value = on),
    getAhead: async (on) => void (isAhead.value = on),
    async keep(on) {
      keeps.value = on;
      if (!on) visits.value = [];
    },
    clear: async () => void (visits.value = []),
    forgetRest: async () => undefined,
  };
}

/** Settings of somebody who has just come, with what is given in their place. */
export function fakeOptions(more: Partial<Options> = {}): Options {
  const desk = fakeDesk();
  const chosen = signal<Language | null>(null);
  return {
    catalogue: signal({ language: 'en', words: en }),
    address: signal('http://localhost:8790'),
    version: '0.1.0',
    useServer: well,
    servers: signal([]),
    removeServer: well,
    follows: fakeFollows(),
    sites: fakeSites(),
    account: fakeAccount(),
    isInSpace: signal(false),
    blocks: desk.blocks,
    unblock: desk.unblock,
    language: {
      chosen,
      ofSystem: 'en',
      speak: async (language) => void (chosen.value = language),
    },
    sound: fakeSound({ devices: { outputs: [...SPEAKERS] } }),
    openMicrophone: well,
    shortcuts: {
      all: async () => [...SHORTCUTS],
      change: async () => true,
      address: 'chrome://extensions/shortcuts',
    },
    privacy: fakePrivacy(),
    files: fakeFiles(),
    openWelcome: async () => undefined,
    ...more,
  };
}
