import { setAlarm } from '../platform/lifecycle.ts';
import { lastCount } from '../platform/recap-store.ts';
import { showToolbar } from '../platform/toolbar.ts';
import { type ToolbarDeps, ToolbarKeeper } from './toolbar-keeper.ts';

/** The toolbar of this browser. */
export function createToolbar(
  facts: Pick<ToolbarDeps, 'room' | 'waiting' | 'words' | 'live'>,
): ToolbarKeeper {
  return new ToolbarKeeper({
    ...facts,
    shelf: lastCount,
    show: showToolbar,
    setAlarm,
    now: () => Date.now(),
  });
}
