import { effect, untracked } from '@preact/signals';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Perch } from '#shared/ui/perch.ts';
import { askCatalogue, takeEarly } from '../../platform/early.ts';
import { connectPerch } from '../../platform/perch.ts';
import { isOrphaned } from '../../platform/own.ts';
import { answer, send } from '../../platform/view-messaging.ts';
import { offeredSite } from '../../sites/offered.ts';
import type { Site } from '../../sites/site.ts';
import type { Watcher } from '../../sites/watch.ts';
import { BAR_VERBS } from './bar-verbs.ts';
import { createSheet } from './host.ts';
import { mountPage, type PageLines } from './mount-page.ts';

/** The one Perch of a page: a second injection finds the first. */
const page = globalThis as { perchUntil?: AbortSignal };

const LINES = {
  read: ({ server, spaceId }: { server?: string; spaceId: string }) =>
    send('background:space', { spaceId, ...(server && { server }) }),
  domain: async () => (await send('background:domain', {})).domain,
};

export default defineUnlistedScript(async () => {
  const site = offeredSite();
  if (!site || page.perchUntil?.aborted === false) return;
  const gone = new AbortController();
  page.perchUntil = gone.signal;
  const early = takeEarly();
  const connected = Promise.all([connectPerch('bar', askCatalogue, gone.signal, early), early.css]);
  // Without the background there is no Perch here, and a later injection may try anew.
  connected.catch(() => gone.abort());
  const [view, css] = await connected;
  const lines = { ...LINES, sheet: createSheet(css) };
  const watcher = mountWhileOn({ ...view, ...BAR_VERBS }, { site, lines }, gone.signal);

  gone.signal.addEventListener(
    'abort',
    answer({
      'bar:off': ({ host }) => {
        if (host === location.hostname) gone.abort();
        return {};
      },
      'bar:health': () => ({ site: site.id, counts: countsOf(site) }),
    }),
  );
  // A script that outlived an update of its extension takes all of its own away.
  const lookAgain = () => (isOrphaned() ? gone.abort() : watcher()?.follow());
  document.addEventListener('visibilitychange', lookAgain, { signal: gone.signal });
  // Told before the page draws; where the browser does not tell, what the page draws does.
  window.navigation?.addEventListener('navigate', lookAgain, { signal: gone.signal });
});

/** All of ours is in the page while the person leaves this site switched on; answers what watches over it. */
function mountWhileOn(
  perch: Perch,
  { site, lines }: { site: Site; lines: PageLines },
  until: AbortSignal,
): () => Watcher | null {
  let watcher: Watcher | null = null;
  let mounted: AbortController | null = null;
  const stop = effect(() => {
    const isOff = perch.view.value.bar.offOn.includes(location.hostname);
    if (isOff === (mounted === null)) return;
    mounted?.abort();
    mounted = isOff ? null : new AbortController();
    watcher = mounted && untracked(() => mountPage(perch, site, lines, mounted!.signal));
  });
  until.addEventListener('abort', () => {
    stop();
    mounted?.abort();
  });
  return () => watcher;
}

function countsOf({ selectors }: Site): Record<string, number> {
  return Object.fromEntries(
    Object.entries(selectors).map(([name, selector]) => [name, document.querySelectorAll(selector).length]),
  );
}
