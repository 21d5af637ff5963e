/** What is put into a page of a site, in this order: its adapter, then the bar. */
export interface SiteScripts {
  js: string[];
  css: string[];
}

export function scriptsFor(siteId: string): SiteScripts {
  return { js: [`site-${siteId}.js`, 'timeline.js'], css: ['assets/marks.css'] };
}

/** The sites that Perch knows by their hosts. */
export const KNOWN_SITES: readonly { id: string; matches: string[] }[] = [
  {
    id: 'x',
    matches: [
      'https://x.com/*',
      'https://mobile.x.com/*',
      'https://twitter.com/*',
      'https://mobile.twitter.com/*',
    ],
  },
  { id: 'bluesky', matches: ['https://bsky.app/*'] },
  { id: 'elk', matches: ['https://elk.zone/*', 'https://main.elk.zone/*'] },
  { id: 'phanpy', matches: ['https://phanpy.social/*'] },
];

/** The demo timeline of our own server; only in builds made for the demo and the tests. */
export const DEMO_SITE = { id: 'demo', matches: ['http://localhost/demo/*', 'http://127.0.0.1/demo/*'] };
