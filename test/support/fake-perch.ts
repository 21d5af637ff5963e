import { signal, type Signal } from '@preact/signals';
import type { Recap } from '#shared/schema/recap.ts';
import { IDLE_ROOM, type RoomState } from '#shared/schema/room.ts';
import {
  BAR_AS_IT_COMES,
  NOBODY_YET,
  type Language,
  type Listed,
  type Outcome,
  type StageView,
  type View,
} from '#shared/schema/view.ts';
import type { Perch, ShareDesk } from '#shared/ui/perch.ts';
import type { SoundDesk } from '#shared/ui/sound/sound-desk.ts';
import type { Catalogue } from '#shared/words/words.ts';
import { fakeAccount, type FakeAccount, type FakeAccountState } from './fake-account.ts';
import { fakeDesk, type FakeDesk } from './fake-desk.ts';
import { volumeOf } from './volumes.ts';

const WELL: Outcome = { fault: null };

export interface FakePerch extends Perch {
  catalogue: Signal<Catalogue>;
  view: Signal<View>;
  room: Signal<RoomState>;
  levels: Signal<Record<string, number>>;
  desk: FakeDesk;
  share: ShareDesk;
  /** What `account` brings. */
  own: FakeAccount;
  /** Each verb that was called, with what it was given. */
  calls: [verb: string, ...args: unknown[]][];
  /** What a verb answers; everything goes well unless said otherwise here. */
  answers: Partial<Record<keyof Perch, Outcome | Promise<Outcome>>>;
}

export interface FakeState {
  spaces?: Listed[];
  list?: Partial<View['list']>;
  room?: Partial<RoomState>;
  levels?: Record<string, number>;
  language?: Language;
  view?: Partial<View>;
  desk?: Partial<StageView>;
  /** The person's own Mastodon server. */
  mastodon?: string;
  /** What shows each picture, by its id. */
  pictures?: Record<string, string>;
  answers?: FakePerch['answers'];
  own?: FakeAccountState;
  sound?: SoundDesk;
  /** What is remembered of the Space that has ended. */
  recap?: Recap;
}

/** A Perch with a given state that notes what is asked of it. */
export function fakePerch({
  spaces = [],
  list,
  room,
  levels,
  language = 'en',
  view,
  desk,
  mastodon = '',
  pictures = {},
  answers = {},
  own: ownState = {},
  sound,
  recap,
}: FakeState = {}): FakePerch {
  const state: RoomState = { ...IDLE_ROOM, ...room };
  const calls: FakePerch['calls'] = [];
  const verb =
    (name: keyof Perch) =>
    async (...args: unknown[]): Promise<Outcome> => {
      calls.push([name, ...args.slice(0, args.findLastIndex((arg) => arg !== undefined) + 1)]);
      return (await answers[name]) ?? WELL;
    };
  const own = fakeAccount({ mastodon, ...ownState });
  const host = signal(mastodon);
  const keepMastodon = async (name: string) => {
    calls.push(['keepMastodon', name]);
    host.value = name;
  };
  return {
    calls,
    answers,
    catalogue: signal<Catalogue>({ language, words: volumeOf(language).words }),
    view: signal<View>({
      language,
      list: { status: 'fresh', spaces, fault: null, ...list },
      room: state,
      ...NOBODY_YET,
      server: 'http://localhost:8790',
      servers: [],
      spaceServer: null,
      bar: BAR_AS_IT_COMES,
      ...view,
    }),
    room: signal(state),
    levels: signal(levels ?? {}),
    watchLevels: (on) => void calls.push(['watchLevels', on]),
    join: verb('join'),
    ahead: null,
    leave: verb('leave'),
    host: verb('host'),
    end: verb('end'),
    setMicrophone: verb('setMicrophone'),
    openMicrophonePage: verb('openMicrophonePage'),
    setVolume: verb('setVolume'),
    setSilenced: verb('setSilenced'),
    dismiss: verb('dismiss'),
    refresh: verb('refresh'),
    recap: async () => recap ?? null,
    picture: (id) => signal(pictures[id] ?? null),
    openOptions: verb('openOptions'),
    sound: sound ?? null,
    desk: fakeDesk(desk),
    own,
    account: async () => own,
    bar: null,
    share: { mastodon: host, keepMastodon },
    openPopup: verb('openPopup'),
  };
}
