import { browser } from 'wxt/browser';
import type { Self } from './sender.ts';

/** Our own id and origin. */
export function self(): Self {
  // WXT types `getURL` only after its own build.
  const runtime = browser.runtime as unknown as { id: string; getURL(path: string): string };
  return { id: runtime.id, origin: runtime.getURL('/').replace(/\/$/, '') };
}

/** Whether this script outlived an update of its extension, or its removal. */
export function isOrphaned(): boolean {
  return (browser.runtime as { id?: string } | undefined)?.id === undefined;
}
