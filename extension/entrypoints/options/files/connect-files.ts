import { fixedNames } from '../../../sites/fixed.ts';
import {
  awaitedSites,
  history,
  keepsHistory,
  keepTogether,
  shownToOthers,
} from '../../../platform/choices-store.ts';
import { keptVoices, soundSettings } from '../../../platform/sound-store.ts';
import {
  ahead,
  barSettings,
  chosenSites,
  language,
  mastodon,
  otherServers,
  serverUrl,
  volume,
} from '../../../platform/store.ts';
import { merged } from './changes.ts';
import {
  FILE_MAX,
  type BadFile,
  type Given,
  readSettings,
  type ReadFile,
  type Settings,
  writeSettings,
} from './settings-file.ts';

/** What the part about export and import can do. */
export interface FileOptions {
  /** Saves a file with the settings and answers its name. */
  save(withVisits: boolean): Promise<string>;
  /** What a file says; nothing is changed yet. */
  read(file: File): Promise<ReadFile>;
  /** The settings as they are. */
  now(): Promise<Settings>;
  /** Takes all of it in, or none. Answers how many sites wait for the person's yes. */
  apply(given: Given): Promise<{ waiting: number; fault: null } | { fault: BadFile }>;
}

/** Devices go by names that another browser does not know. */
async function soundNow(): Promise<Settings['sound']> {
  const { input: _input, output: _output, ...sound } = await soundSettings.get();
  return sound;
}

async function settingsNow(): Promise<Settings> {
  const [server, servers, bar, chosen, awaited] = await Promise.all([
    serverUrl.get(),
    otherServers.get(),
    barSettings.get(),
    chosenSites.get(),
    awaitedSites.get(),
  ]);
  const { hiddenUntil: _, ...lasting } = bar;
  return {
    server,
    servers,
    sites: [...chosen, ...awaited],
    bar: lasting,
    language: await language.get(),
    sound: await soundNow(),
    volume: await volume.get(),
    voices: await keptVoices.get(),
    mastodon: await mastodon.get(),
    privacy: {
      shown: await shownToOthers.get(),
      ahead: await ahead.get(),
      keepsHistory: await keepsHistory.get(),
    },
    history: await history.get(),
  };
}

/** Sites of the manifest need no choice and no permission. */
const forThisBuild = ({ sites, ...given }: Given): Given => ({
  ...given,
  ...(sites && { sites: sites.filter(({ host }) => fixedNames(host) === null) }),
});

async function apply(given: Given): Promise<{ waiting: number; fault: null } | { fault: BadFile }> {
  const next = merged(await settingsNow(), given);
  const { shown, ahead: isAhead, keepsHistory: isKept } = next.privacy;
  const chosen = new Set((await chosenSites.get()).map(({ host }) => host));
  const waiting = next.sites.filter(({ host }) => !chosen.has(host));
  try {
    await keepTogether({
      'local:serverUrl': next.server,
      'local:servers': next.servers,
      'local:awaitedSites': waiting,
      'local:bar': { ...(await barSettings.get()), ...next.bar },
      'local:language': next.language,
      'local:sound': { ...(await soundSettings.get()), ...next.sound },
      'local:voices': next.voices,
      'local:volume': next.volume,
      'local:mastodon': next.mastodon,
      'local:shown': shown,
      'local:ahead': isAhead,
      'local:keepsHistory': isKept,
      'local:history': next.history,
    });
  } catch {
    // The browser keeps all of it or none, and may have no room left.
    return { fault: 'unkept' };
  }
  return { waiting: waiting.length, fault: null };
}

function save(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

export const FILES: FileOptions = {
  async save(withVisits) {
    const { history: visits, ...settings } = await settingsNow();
    const name = `perch-settings-${new Date().toISOString().slice(0, 10)}.json`;
    save(name, writeSettings({ ...settings, ...(withVisits && { history: visits }) }));
    return name;
  },
  async read(file) {
    if (file.size > FILE_MAX) return { given: null, fault: 'big' };
    try {
      const read = readSettings(await file.text());
      return read.fault === null ? { given: forThisBuild(read.given), fault: null } : read;
    } catch {
      // It went away, or is none that may be read.
      return { given: null, fault: 'unread' };
    }
  },
  now: settingsNow,
  apply,
};
