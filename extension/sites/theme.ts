import type { Site } from './site.ts';

/** Calls back when the page's theme may have changed, by its own attribute or with the system's. */
export function watchTheme(site: Site, document: Document, onChange: () => void, signal: AbortSignal): void {
  const { element, attributes } = site.theme(document);
  const observer = new MutationObserver(onChange);
  observer.observe(element, { attributes: true, attributeFilter: attributes });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  const dark = document.defaultView!.matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', onChange, { signal });
}
