import { browser } from 'wxt/browser';

/** A command of ours as the browser has it; `key` is empty where none is set. */
export interface Shortcut {
  name: string;
  description: string;
  key: string;
}

/** Firefox alone has a call for it. */
interface Commands {
  openShortcutSettings?(): Promise<void>;
}

/** Where Chromium and Edge keep shortcuts, for those who have to go there by hand. */
export const SHORTCUTS_PAGE = /\bEdg\//.test(navigator.userAgent)
  ? 'edge://extensions/shortcuts'
  : 'chrome://extensions/shortcuts';

export async function allShortcuts(): Promise<Shortcut[]> {
  const commands = await browser.commands.getAll();
  return commands.map(({ name = '', description = '', shortcut = '' }) => ({
    name,
    description,
    key: shortcut,
  }));
}

/** Opens the browser's own page about shortcuts; false where it lets nobody in. */
export async function openShortcuts(): Promise<boolean> {
  try {
    const { openShortcutSettings } = browser.commands as Commands;
    if (openShortcutSettings) await openShortcutSettings();
    else await browser.tabs.create({ url: SHORTCUTS_PAGE });
    return true;
  } catch {
    return false;
  }
}
