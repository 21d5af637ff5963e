import type { Anchor, Site } from './site.ts';

interface Watch {
  site: Site;
  document: Document;
  /** The one element that is placed, moved and taken away; its content lives on meanwhile. */
  host: HTMLElement;
  /** Whether there is anything to show. */
  isWanted: () => boolean;
  /** After each placing, with the place. */
  onPlaced: (anchor: Anchor) => void;
}

export interface Watcher {
  /** Looks again in the next frame; many calls make one look. */
  checkSoon(): void;
}

function isAt(host: Element, { parent, before }: Anchor): boolean {
  return host.isConnected && host.parentElement === parent && host.nextElementSibling === before;
}

/** Keeps the host where the site's anchor says, whatever the page does around it, until the signal aborts. */
export function watchAnchor(
  { site, document, host, isWanted, onPlaced }: Watch,
  signal: AbortSignal,
): Watcher {
  const view = document.defaultView!;
  let frame = 0;
  let observed: Element | null = null;
  const observer = new MutationObserver(checkSoon);

  function observe() {
    const stable = site.stable(document);
    if (stable === observed) return;
    observer.disconnect();
    observer.observe(stable, { childList: true, subtree: true });
    observed = stable;
  }

  function check() {
    frame = 0;
    observe();
    const isHome = site.isHome(new URL(document.location.href));
    const anchor = isWanted() && isHome ? site.anchor(document) : null;
    if (!anchor) return host.remove();
    if (isAt(host, anchor)) return;
    anchor.parent.insertBefore(host, anchor.before);
    onPlaced(anchor);
  }

  function checkSoon() {
    if (!frame && !signal.aborted) frame = view.requestAnimationFrame(check);
  }

  function stop() {
    observer.disconnect();
    view.cancelAnimationFrame(frame);
    host.remove();
  }

  signal.addEventListener('abort', stop, { once: true });
  for (const type of ['popstate', 'hashchange', 'pageshow']) {
    view.addEventListener(type, checkSoon, { signal });
  }
  checkSoon();
  return { checkSoon };
}
