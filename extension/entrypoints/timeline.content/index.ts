import { defineContentScript } from 'wxt/utils/define-content-script';
import { connectPerch } from '../../platform/perch.ts';
import { siteFor } from '../../sites/registry.ts';
import { BAR_VERBS } from './bar-verbs.ts';
import { mountBar } from './mount-bar.tsx';

export default defineContentScript({
  matches: ['http://localhost/demo/*', 'http://127.0.0.1/demo/*'],
  runAt: 'document_idle',
  // The page need not hear that we are here.
  noScriptStartedPostMessage: true,
  async main(ctx) {
    const site = siteFor(new URL(location.href));
    if (!site) return;
    const perch = { ...(await connectPerch('bar', ctx.signal)), ...BAR_VERBS };
    if (ctx.isInvalid) return;
    const watcher = mountBar(perch, site, ctx.signal);
    // Reading `isValid` is also how an orphaned script finds out, and takes its bar away.
    const checkSoon = () => ctx.isValid && watcher.checkSoon();
    ctx.addEventListener(window, 'wxt:locationchange', checkSoon);
    ctx.addEventListener(document, 'visibilitychange', checkSoon);
  },
});
