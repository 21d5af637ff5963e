import { click, fillAnew, untilGone } from './accessible.ts';
import type { Screen } from './view.ts';

const ADDRESS = { role: 'textbox', name: 'Server address' };
export const SAVED = { role: 'StaticText', name: /^Saved/ };

/** Gives the settings another server; what they say of one is said anew then. */
export async function saveServer(options: Screen, address: string): Promise<void> {
  await options.bringToFront();
  await fillAnew(options, ADDRESS, address);
  await untilGone(options, SAVED);
  await click(options, { role: 'button', name: 'Check and save' });
}
