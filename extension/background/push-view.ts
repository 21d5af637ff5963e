import type { View } from '#shared/schema/view.ts';
import { send } from '../platform/messaging.ts';
import { POPUP } from './views.ts';

/** Shows a bar, or our own pages, what there is now; rejects when it is gone. */
export async function pushView(key: string, view: View): Promise<void> {
  if (key === POPUP) await send('popup:view', view);
  else await send('bar:view', view, Number(key));
}
