import { gatherChanges } from './changes.ts';
import type { Changes } from './posts.ts';
import type { Anchor, Site } from './site.ts';

/** After an address has changed the page draws when it likes. */
const SETTLING_MS = [50, 150, 400, 1_000];

interface Watch {
  site: Site;
  document: Document;
  /** The one element that is placed, moved and taken away; its content lives on meanwhile. */
  host: HTMLElement;
  /** Whether there is anything to show. */
  isWanted: () => boolean;
  /** After each placing, with the place; null in the page's body. */
  onPlaced: (anchor: Anchor | null) => void;
  /** What the page changed since the last frame. */
  onChanged?: (changes: Changes) => void;
  onTheme?: () => void;
  /** Whether the host has something to say where it has no place: then it hangs in the page's body. */
  isCarried?: () => boolean;
}

export interface Watcher {
  /** Looks again in the next frame; many calls make one look. */
  checkSoon(): void;
  checkNow(): void;
  /** The page has gone to another address and may not have drawn it yet. */
  follow(): void;
}

/** Keeps the host where the site's anchor says, whatever the page does around it, until the signal aborts. One look a frame. */
export function watchPage(watch: Watch, signal: AbortSignal): Watcher {
  const { document, host, onChanged, onTheme } = watch;
  const view = document.defaultView!;
  const placing = new Placing(watch);
  let frame = 0;
  const gathered = gatherChanges({ ...watch, onChange: handleChange, onTheme: () => onTheme?.() }, signal);

  function check() {
    frame = 0;
    gathered.observe();
    placing.look();
    tell();
  }

  function tell() {
    const changes = gathered.take();
    if (changes.size) onChanged?.(changes);
  }

  /** Most changes have nothing to do with us, and a frame of our own would cost the page more than they do. */
  function handleChange() {
    if (placing.isUntouched() && gathered.isStanding()) tell();
    else checkSoon();
  }

  function checkSoon() {
    if (!frame && !signal.aborted) frame = view.requestAnimationFrame(check);
  }

  function follow() {
    checkSoon();
    for (const ms of SETTLING_MS) view.setTimeout(checkSoon, ms);
  }

  // A tab that is put away by its style alone tells nobody but those who look at what is seen.
  const sight = new view.IntersectionObserver(checkSoon);
  sight.observe(host);
  for (const type of ['popstate', 'hashchange', 'pageshow']) view.addEventListener(type, follow, { signal });
  const dark = view.matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', () => onTheme?.(), { signal });
  signal.addEventListener(
    'abort',
    () => {
      sight.disconnect();
      view.cancelAnimationFrame(frame);
      host.remove();
    },
    { once: true },
  );
  check();
  return { checkSoon, checkNow: () => placing.look(), follow };
}

/** Where the host is and where it belongs. */
class Placing {
  readonly #watch: Watch;
  /** Its neighbours when it was last found where it belongs. */
  #found: { parent: Element; previous: Element | null; next: Element | null } | null = null;
  #address = '';
  /** It belongs nowhere at this address, or is not wanted. */
  #isIdle = false;

  constructor(watch: Watch) {
    this.#watch = watch;
  }

  /** Asks the site where the host belongs, and puts it there. */
  look(): void {
    const { site, document, host, isWanted, onPlaced, isCarried } = this.#watch;
    const { href } = document.location;
    this.#address = href;
    const route = site.route(new URL(href));
    // What opens over the timeline leaves it, and us, where we were.
    const isHere = route === 'home' || (route === 'over' && host.isConnected);
    this.#isIdle = !isHere || !isWanted();
    const anchor = this.#isIdle ? null : site.anchor(document);
    this.#found = null;
    if (anchor) {
      if (!isAt(host, anchor)) {
        anchor.parent.insertBefore(host, anchor.before);
        onPlaced(anchor);
      }
      const { previousElementSibling: previous } = host;
      if (!anchor.isMakeshift) this.#found = { parent: anchor.parent, previous, next: anchor.before };
    } else if (!isCarried?.()) host.remove();
    else if (host.parentElement !== document.body) {
      document.body.append(host);
      onPlaced(null);
    }
  }

  /** Whether the host still stands, at the same address, between the neighbours that it was given. */
  isUntouched(): boolean {
    const { host, document } = this.#watch;
    const found = this.#found;
    if (this.#address !== document.location.href) return false;
    if (this.#isIdle) return !host.isConnected;
    return (
      found !== null &&
      host.isConnected &&
      host.parentElement === found.parent &&
      host.previousElementSibling === found.previous &&
      host.nextElementSibling === found.next
    );
  }
}

function isAt(host: Element, { parent, before }: Anchor): boolean {
  return host.isConnected && host.parentElement === parent && host.nextElementSibling === before;
}
