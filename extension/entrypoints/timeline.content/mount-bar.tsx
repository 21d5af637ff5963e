import { effect } from '@preact/signals';
import { render } from 'preact';
import css from '#shared/ui/bar.css?inline';
import { Bar, hasBar } from '#shared/ui/bar.tsx';
import { RefusedContext, ShellContext } from '#shared/ui/context.ts';
import { createDeeds } from '#shared/ui/deeds.ts';
import type { Perch } from '#shared/ui/perch.ts';
import type { Site } from '../../sites/site.ts';
import { watchTheme } from '../../sites/theme.ts';
import { watchAnchor, type Watcher } from '../../sites/watch.ts';
import { createBarHost } from './bar-host.ts';
import { dress, dressAfterFading } from './dress.ts';
import { guardClicks } from './guarded-clicks.ts';

/** Puts the bar where the site wants it and keeps it there until the signal aborts; then the page is as it was. */
export function mountBar(perch: Perch, site: Site, signal: AbortSignal): Watcher {
  const { host, shadow, paper } = createBarHost(document, css);
  const isRefused = guardClicks(host, shadow, signal);
  let near: Element | null = null;
  const isWanted = () => hasBar(perch.room.value, perch.view.value.list.spaces.length);

  const watcher = watchAnchor(
    {
      site,
      document,
      host,
      isWanted,
      onPlaced: (anchor) => {
        near = anchor.near;
        dress(paper, near);
      },
    },
    signal,
  );
  watchTheme(site, document, () => near && dressAfterFading(paper, near), signal);
  const stop = effect(() => {
    isWanted();
    watcher.checkSoon();
  });
  render(
    <ShellContext.Provider value={{ perch, deeds: createDeeds() }}>
      <RefusedContext.Provider value={isRefused}>
        <Bar />
      </RefusedContext.Provider>
    </ShellContext.Provider>,
    paper,
  );
  signal.addEventListener(
    'abort',
    () => {
      stop();
      render(null, paper);
    },
    { once: true },
  );
  return watcher;
}
