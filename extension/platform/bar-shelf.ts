import type { BarSettings, Outcome } from '#shared/schema/view.ts';
import { barSettings } from './store.ts';

/** Changes what the person decided about bars; the background and its bars hear of it by the store. */
export async function changeBar(change: (bar: BarSettings) => BarSettings): Promise<Outcome> {
  await barSettings.set(change(await barSettings.get()));
  return { fault: null };
}
