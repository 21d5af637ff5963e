import { defineContentScript } from 'wxt/utils/define-content-script';
import { connectPerch } from '../../platform/perch.ts';
import { siteFor } from '../../sites/registry.ts';
import { mountBar } from './mount-bar.tsx';

export default defineContentScript({
  matches: ['http://localhost/demo/*', 'http://127.0.0.1/demo/*'],
  runAt: 'document_idle',
  async main(ctx) {
    const site = siteFor(new URL(location.href));
    if (!site) return;
    const perch = await connectPerch('bar', ctx.signal);
    if (ctx.isInvalid) return;
    const watcher = mountBar(perch, site, ctx.signal);
    ctx.addEventListener(window, 'wxt:locationchange', () => watcher.checkSoon());
  },
});
