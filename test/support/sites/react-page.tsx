/** @jsxImportSource react */
import { type ReactNode, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { PageState, PageStore } from './page-store.ts';

export function usePage(page: PageStore): PageState {
  return useSyncExternalStore(page.subscribe, page.read);
}

/** What React has to complain about goes to the page's console, where tests look. */
function complain(error: unknown): void {
  console.error('React:', error);
}

export function mountReact(container: Element, app: ReactNode): () => void {
  const root = createRoot(container, {
    onUncaughtError: complain,
    onCaughtError: complain,
    onRecoverableError: complain,
  });
  flushSync(() => root.render(app));
  return () => root.unmount();
}

export const flushReact = (act: () => void): void => flushSync(act);
