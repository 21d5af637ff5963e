import * as v from 'valibot';
import { storage } from '@wxt-dev/storage';
import { HostNameSchema } from '#shared/schema/host-name.ts';
import type { RoomState } from '#shared/schema/room.ts';
import { RoomStateSchema } from '#shared/schema/room.ts';
import { type ChosenSite, ChosenSiteSchema, type Wish, WishSchema } from '#shared/schema/site.ts';
import type { Card } from '#shared/schema/space.ts';
import { CardSchema, SpaceIdSchema } from '#shared/schema/space.ts';
import type { Language } from '#shared/schema/language.ts';
import type { BarSettings, StageView, View } from '#shared/schema/view.ts';
import { LANGUAGES } from '#shared/schema/language.ts';
import {
  BAR_AS_IT_COMES,
  BarSettingsSchema,
  ListedSchema,
  NO_STAGE,
  StageViewSchema,
  ViewSchema,
  WhySchema,
} from '#shared/schema/view.ts';
import { storedFirst } from './first-reads.ts';

export const DEFAULT_SERVER_URL = String(import.meta.env.WXT_SERVER_URL ?? 'http://localhost:8790');

/** One stored value, parsed whenever it is read; what does not parse counts as absent. */
export interface Item<T> {
  get(): Promise<T>;
  set(value: T): Promise<void>;
  watch(listener: () => void): () => void;
}

/** A value in the browser's storage: `local:` outlives it, `session:` does not. */
export function item<T>(
  key: `local:${string}` | `session:${string}`,
  schema: v.GenericSchema<unknown, T>,
  fallback: T,
): Item<T> {
  const stored = storage.defineItem<unknown>(key);
  return {
    async get() {
      const parsed = v.safeParse(schema, await (storedFirst(key) ?? stored.getValue()));
      return parsed.success ? parsed.output : fallback;
    },
    set: (value) => stored.setValue(value),
    watch: (listener) => stored.watch(() => listener()),
  };
}

/** The home server's origin: its list, hosting and our identity. */
export const serverUrl = item('local:serverUrl', v.pipe(v.string(), v.url()), DEFAULT_SERVER_URL);
/** Other servers' origins, used only to read and join a Space by its link. */
export const otherServers = item<string[]>('local:servers', v.array(v.pipe(v.string(), v.url())), []);
export const barSettings = item<BarSettings>('local:bar', BarSettingsSchema, BAR_AS_IT_COMES);
/** Hosts beside the fixed sites where the person wants Perch; the browser's permission is the other half. */
export const chosenSites = item<ChosenSite[]>('local:sites', v.array(ChosenSiteSchema), []);
/** The person's choice; null follows the browser. */
export const language = item<Language | null>('local:language', v.nullable(v.picklist(LANGUAGES)), null);
/** The host of the person's own Mastodon server; empty until they said. */
export const mastodon = item('local:mastodon', HostNameSchema, '');
/** Whether a join begins while the person is still about to click. */
export const ahead = item('local:ahead', v.boolean(), true);
export const volume = item('local:volume', v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 1);

/** What a woken worker must know at once. */
export const lastRoom = item<RoomState | null>('session:room', v.nullable(RoomStateSchema), null);
export const lastStage = item<StageView>('session:stage', StageViewSchema, NO_STAGE);
export const lastList = item<{ rev: string | null; cards: Card[] }>(
  'session:list',
  v.object({ rev: v.nullable(v.string()), cards: v.array(CardSchema) }),
  { rev: null, cards: [] },
);
/** What a view was last told, or would have been: a popup begins with it. */
export const lastView = item<View | null>('session:view', v.nullable(ViewSchema), null);
const LastPeopleSchema = v.object({
  reasons: v.record(v.string(), WhySchema),
  elsewhere: v.array(ListedSchema),
});
/** Why Spaces were of interest, by their ids, and which were known by the status of their hosts alone. */
export type LastPeople = v.InferOutput<typeof LastPeopleSchema>;
export const lastPeople = item<LastPeople>('session:people', LastPeopleSchema, {
  reasons: {},
  elsewhere: [],
});
/** The ids of the person's own identities whose follows are read. */
export const readFollows = item<string[]>('session:readFollows', v.array(v.string()), []);
const PlaceSchema = v.object({ spaceId: v.nullable(SpaceIdSchema), server: v.string() });
/** A Space that the person went into (null for one of their own) and the origin of its server. */
export type Place = v.InferOutput<typeof PlaceSchema>;
/** The newest first. */
export const lastPlaces = item<Place[]>('session:places', v.array(PlaceSchema), []);
/** When each view was last seen (ms since the epoch), by `popup` or tab id. */
export const lastViews = item<Record<string, number>>('session:views', v.record(v.string(), v.number()), {});
/** The host that the browser is asking the person about. */
export const siteWish = item<Wish | null>('session:siteWish', v.nullable(WishSchema), null);
