import type { Profile } from './chromium.ts';
import { until } from './until.ts';

/** Presses a shortcut of the manifest, as the browser would tell the extension of it: no driver reaches its own keys. */
export async function pressShortcut(profile: Profile, name: 'toggle-mic' | 'leave'): Promise<void> {
  const target = await until('the worker', async () => profile.worker());
  const session = await target.createCDPSession();
  await session.send('Runtime.evaluate', { expression: `chrome.commands.onCommand.dispatch('${name}')` });
  // A worker that is watched is never stopped.
  await session.detach();
}
