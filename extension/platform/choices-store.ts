import { storage } from '@wxt-dev/storage';
import * as v from 'valibot';
import { HistorySchema, type Visit } from '#shared/schema/history.ts';
import { type ChosenSite, ChosenSiteSchema } from '#shared/schema/site.ts';
import { item } from './store.ts';

/** Others see the person's name when they join a Space to listen; each join may still say otherwise. */
export const shownToOthers = item('local:shown', v.boolean(), false);
/** The Spaces that the person was in are remembered. */
export const keepsHistory = item('local:keepsHistory', v.boolean(), true);
export const history = item<Visit[]>('local:history', HistorySchema, []);
/** Sites from a settings file that the browser has yet to let us into. */
export const awaitedSites = item<ChosenSite[]>('local:awaitedSites', v.array(ChosenSiteSchema), []);

/** Keeps several values at once: all of them, or none when the browser refuses. */
export async function keepTogether(values: Record<`local:${string}`, unknown>): Promise<void> {
  await storage.setItems(
    Object.entries(values).map(([key, value]) => ({ key: key as `local:${string}`, value })),
  );
}
