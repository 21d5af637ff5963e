import { outcomeOf } from '#shared/client/fault.ts';
import { isInRoom } from '#shared/client/room-memory.ts';
import { isOnStage } from '#shared/policy/permissions.ts';
import type { Background } from './background.ts';
import { offscreenHost } from './host-line.ts';

/** The keyboard shortcuts of the manifest; outside of a Space they do nothing. */
const SHORTCUTS: Readonly<Record<string, (background: Background) => Promise<void>>> = {
  'toggle-mic': async ({ flow }) => {
    if (!(await offscreenHost.isOpen())) return;
    // The media host's own word: what it told last may still be under way.
    const { role, microphone } = await offscreenHost.state();
    if (!role || !isOnStage(role) || microphone === 'asking') return;
    await outcomeOf(() => flow.microphone(microphone !== 'on'));
  },
  leave: async ({ flow, host }) => {
    await outcomeOf(() => flow.leave());
    await host.closeIdle();
  },
};

export async function obeyShortcut(background: Background, name: string): Promise<void> {
  await background.ready;
  if (isInRoom(background.memory.room)) await SHORTCUTS[name]?.(background);
}
