import { outcomeOf } from '#shared/client/fault.ts';
import { isInRoom } from '#shared/client/room-memory.ts';
import { isOnStage } from '#shared/policy/permissions.ts';
import type { Background } from './background.ts';
import { mediaHost } from './host-line.ts';

/** The keyboard shortcuts of the manifest; outside of a Space they do nothing. */
const SHORTCUTS: Readonly<Record<string, (background: Background) => Promise<void>>> = {
  'toggle-mic': async ({ flow }) => {
    if (!(await mediaHost.isOpen())) return;
    // The media host's own word: what it told last may still be under way.
    const { role, microphone } = await mediaHost.state();
    if (!role || !isOnStage(role) || microphone === 'asking') return;
    await outcomeOf(() => flow.microphone(microphone !== 'on'));
  },
  leave: async (background) => void (await outcomeOf(() => background.leave())),
};

export async function obeyShortcut(background: Background, name: string): Promise<void> {
  await background.ready;
  if (isInRoom(background.memory.room)) await SHORTCUTS[name]?.(background);
}
