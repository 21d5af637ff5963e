import type { Site } from './site.ts';

const HOME = '/demo/timeline';

/** The demo timeline of our own server; only in builds made for the demo and the tests. */
export const demo: Site = {
  id: 'demo',
  matches: ({ hostname, pathname }) =>
    (hostname === 'localhost' || hostname === '127.0.0.1') && pathname.startsWith('/demo/'),
  isHome: ({ pathname }) => pathname.replace(/\/$/, '') === HOME,
  anchor(document) {
    const sections = document.querySelectorAll(
      'main[data-testid="home-column"] section[data-testid="timeline"]',
    );
    const timeline = [...sections].find((section) => section.checkVisibility());
    if (!timeline?.parentElement) return null;
    return { parent: timeline.parentElement, before: timeline, near: timeline };
  },
  stable: (document) => document.body,
  theme: (document) => ({ element: document.documentElement, attributes: ['data-theme'] }),
};
