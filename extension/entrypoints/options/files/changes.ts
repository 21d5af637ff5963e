import { historyOf, isSameSpace } from '#shared/schema/history.ts';
import { KEPT_VOICES_MAX } from '#shared/schema/voices.ts';
import type { Given, Settings } from './settings-file.ts';

/** One thing that an import would make otherwise than it is. */
export type Change =
  | { of: 'server'; from: string; to: string }
  | { of: 'servers' | 'sites'; hosts: string[] }
  | { of: 'language'; to: Settings['language'] }
  | { of: 'volume'; to: number }
  | { of: 'mastodon'; to: string }
  | { of: 'privacy'; choices: Partial<Settings['privacy']> }
  | { of: 'voices' | 'history'; n: number }
  | { of: 'bar' | 'sound' };

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** The settings as they are after an import: lists grow, all else is as the file says, and what it leaves out stays. */
export function merged(now: Settings, given: Given): Settings {
  const server = given.server ?? now.server;
  const privacy = { ...now.privacy, ...given.privacy };
  return {
    ...now,
    ...given,
    server,
    servers: [...new Set([...now.servers, ...(given.servers ?? [])])].filter((other) => other !== server),
    sites: [...now.sites, ...newSites(now, given)],
    bar: { ...now.bar, ...given.bar },
    sound: { ...now.sound, ...given.sound },
    voices: voicesOf(now.voices, given.voices ?? []),
    privacy,
    history: privacy.keepsHistory === false ? [] : historyOf(...now.history, ...(given.history ?? [])),
  };
}

/** The file's volumes count, and stay longest. */
function voicesOf(now: Settings['voices'], given: Settings['voices']): Settings['voices'] {
  return [...new Map([...now, ...given].map(([key, volume]) => [key, volume]))].slice(-KEPT_VOICES_MAX);
}

function newSites(now: Settings, { sites = [] }: Given): Settings['sites'] {
  const known = new Set(now.sites.map(({ host }) => host));
  // A host that the file names twice is taken once.
  return sites.filter(({ host }) => !known.has(host) && known.add(host));
}

/** What an import would change, in the order of the settings; nothing when all is so already. */
export function changesOf(now: Settings, given: Given): Change[] {
  const next = merged(now, given);
  return [...placeChanges(now, next), ...ownChanges(now, next)];
}

function placeChanges(now: Settings, next: Settings): Change[] {
  const changes: Change[] = [];
  const servers = next.servers.filter((server) => !now.servers.includes(server));
  const sites = next.sites.slice(now.sites.length).map(({ host }) => host);
  if (next.server !== now.server) changes.push({ of: 'server', from: now.server, to: next.server });
  if (servers.length > 0) changes.push({ of: 'servers', hosts: servers.map((url) => new URL(url).host) });
  if (sites.length > 0) changes.push({ of: 'sites', hosts: sites });
  return changes;
}

function ownChanges(now: Settings, next: Settings): Change[] {
  const changes: Change[] = [];
  const choices = Object.entries(next.privacy).filter(
    ([name, on]) => now.privacy[name as keyof Settings['privacy']] !== on,
  );
  const heard = new Map(now.voices.map(([key, volume]) => [key, volume]));
  const voices = next.voices.filter(([key, volume]) => heard.get(key) !== volume);
  const visits = next.history.filter((visit) => !now.history.some((other) => isSameSpace(visit, other)));
  if (!isSame(now.bar, next.bar)) changes.push({ of: 'bar' });
  if (!isSame(now.sound, next.sound)) changes.push({ of: 'sound' });
  if (next.volume !== now.volume) changes.push({ of: 'volume', to: next.volume });
  if (voices.length > 0) changes.push({ of: 'voices', n: voices.length });
  if (next.language !== now.language) changes.push({ of: 'language', to: next.language });
  if (next.mastodon !== now.mastodon) changes.push({ of: 'mastodon', to: next.mastodon });
  if (choices.length > 0) changes.push({ of: 'privacy', choices: Object.fromEntries(choices) });
  if (visits.length > 0) changes.push({ of: 'history', n: visits.length });
  return changes;
}
