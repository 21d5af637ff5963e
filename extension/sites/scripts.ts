/** What is put into a page of a site, in this order: its adapter, which also asks for what the bar will need, then the bar. */
export interface SiteScripts {
  js: string[];
  css: string[];
}

interface ContentScript {
  matches: string[];
  js: string[];
  css?: string[];
  run_at: 'document_start' | 'document_end';
}

/** The two entries of the manifest for a site: the small script before the page draws, the bar when it has its document. */
export function contentScriptsOf({ id, matches }: { id: string; matches: string[] }): ContentScript[] {
  const { js, css } = scriptsFor(id);
  return [
    { matches, js: js.slice(0, -1), css, run_at: 'document_start' },
    { matches, js: js.slice(-1), run_at: 'document_end' },
  ];
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
