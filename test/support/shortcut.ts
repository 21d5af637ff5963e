import type { Profile } from './chromium.ts';
import { until } from './until.ts';

interface Commands {
  commands: { onCommand: { dispatch(name: string): void } };
}

/** Presses a shortcut of the manifest, as the browser would tell the extension of it: no driver reaches its own keys. */
export async function pressShortcut(profile: Profile, name: 'toggle-mic' | 'leave'): Promise<void> {
  const target = await until('the worker', async () => profile.worker());
  const worker = await target.worker();
  await worker!.evaluate((pressed) => {
    const { commands } = Reflect.get(globalThis, 'chrome') as Commands;
    commands.onCommand.dispatch(pressed);
  }, name);
}
