import type { Changes } from './posts.ts';
import type { Site } from './site.ts';

interface Gather {
  site: Site;
  document: Document;
  onChange: () => void;
  onTheme: () => void;
}

/** Gathers what the page changes below the site's stable element, with one observer for everything. */
export function gatherChanges({ site, document, onChange, onTheme }: Gather, signal: AbortSignal) {
  let changes = new Map<Node, boolean>();
  let observed: Element | null = null;

  const observer = new MutationObserver((records) => {
    let isThemed = false;
    for (const { type, target, addedNodes } of records) {
      if (type === 'attributes') isThemed = true;
      else if (!changes.has(target)) changes.set(target, false);
      for (const node of addedNodes) changes.set(node, true);
    }
    if (isThemed) onTheme();
    onChange();
  });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });

  return {
    /** Observes the stable element that the page has now. */
    observe(): void {
      const stable = document.querySelector(site.stable) ?? document.body;
      if (stable === observed) return;
      observed = stable;
      observer.disconnect();
      observer.observe(stable, { childList: true, subtree: true });
      const { documentElement: root, body } = document;
      const theme = { attributes: true, attributeFilter: site.themedBy };
      // Should the page make a new one, only what stands above tells. A second word on an element takes the place of the first.
      for (const node of ancestorsOf(stable)) {
        observer.observe(node, { childList: true, ...((node === root || node === body) && theme) });
      }
      if (stable === body) observer.observe(body, { childList: true, subtree: true, ...theme });
      changes.set(stable, true);
    },
    /** Whether what is observed is still in the page. */
    isStanding: () => observed?.isConnected ?? false,
    /** All since it was taken last. */
    take(): Changes {
      const taken = changes;
      changes = new Map();
      return taken;
    },
  };
}

function ancestorsOf({ parentElement: parent }: Element): Element[] {
  return parent ? [parent, ...ancestorsOf(parent)] : [];
}
