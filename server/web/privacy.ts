import { HISTORY_MAX } from '#shared/schema/history.ts';
import { type Limits, RATE_MS } from '#shared/schema/limits.ts';
import type { Volume } from '#shared/words/catalogues.ts';

export type PrivacyWord = keyof Volume['privacy'];

/** One thing that is kept, or expressly is not. */
export interface Item {
  name: PrivacyWord;
  help?: PrivacyWord;
  /** Until when; a length of time goes into its hole. */
  kept: PrivacyWord;
  /** That length, ms. */
  ms?: number;
  /** How many of them there are at most. */
  n?: number;
}

export interface Chapter {
  title: PrivacyWord;
  items: Item[];
}

/** All that a server with these limits keeps of people. What is added to the store is added here. */
export function privacyOf(limits: Limits): Chapter[] {
  return [
    {
      title: 'looking',
      items: [
        { name: 'address', help: 'addressHelp', kept: 'keptFor', ms: RATE_MS },
        { name: 'log', help: 'logHelp', kept: 'logKept' },
      ],
    },
    { title: 'account', items: ofAccount(limits) },
    { title: 'spaces', items: ofSpaces(limits) },
    { title: 'safety', items: ofSafety(limits) },
    {
      title: 'browser',
      items: [
        { name: 'extension', help: 'extensionHelp', kept: 'extensionKept', n: HISTORY_MAX },
        { name: 'timelines', help: 'timelinesHelp', kept: 'keptNot' },
      ],
    },
  ];
}

function ofAccount({ flowMs, sessionIdleMs }: Limits): Item[] {
  return [
    { name: 'name', help: 'nameHelp', kept: 'keptAccount' },
    { name: 'networks', help: 'networksHelp', kept: 'networksKept' },
    { name: 'leave', help: 'leaveHelp', kept: 'leaveKept' },
    { name: 'signIn', help: 'signInHelp', kept: 'keptFor', ms: flowMs },
    { name: 'devices', help: 'devicesHelp', kept: 'keptUnused', ms: sessionIdleMs },
  ];
}

function ofSpaces({ aheadKeptMs, eventsKeptMs }: Limits): Item[] {
  return [
    { name: 'sound', help: 'soundHelp', kept: 'keptNot' },
    { name: 'hosted', help: 'hostedHelp', kept: 'keptAccount' },
    { name: 'joined', help: 'joinedHelp', kept: 'keptAccount' },
    { name: 'follows', help: 'followsHelp', kept: 'followsKept' },
    { name: 'ahead', help: 'aheadHelp', kept: 'keptFor', ms: aheadKeptMs },
    { name: 'events', help: 'eventsHelp', kept: 'keptFor', ms: eventsKeptMs },
  ];
}

function ofSafety({ erasedKeptMs }: Limits): Item[] {
  return [
    { name: 'blocks', kept: 'blocksKept' },
    { name: 'reports', help: 'reportsHelp', kept: 'recordsKept' },
    { name: 'trail', help: 'trailHelp', kept: 'recordsKept' },
    { name: 'gone', help: 'goneHelp', kept: 'keptFor', ms: erasedKeptMs },
    { name: 'known', help: 'knownHelp', kept: 'knownKept' },
  ];
}
