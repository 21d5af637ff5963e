import type { Outcome } from '#shared/schema/view.ts';
import { send } from './page-messaging.ts';

/** Says that a join may follow soon, so that its click finds the media host made and the server near. */
export function warm(): Promise<Outcome> {
  return send('background:warm', {});
}
