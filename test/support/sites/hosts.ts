/** A fixture site, and where a browser under the harness finds it. */
export interface SiteAddress {
  /** Its folder here. */
  folder: 'x' | 'mastodon' | 'bluesky' | 'elk' | 'phanpy';
  host: string;
  /** The address of its home timeline. */
  home: string;
  /** What `window.fixture.theme` takes, the first by default. */
  themes: readonly string[];
  /** The element before or in which the bar belongs, as soon as it is there. */
  anchor: string;
  /** A post with all that it shows. */
  post: string;
  /** What is there only while the timeline is. */
  timeline: string;
}

/** Where Mastodon answers, and the domain in its people's handles: they differ on purpose. */
export const MASTODON_HOST = 'social.example';
export const MASTODON_DOMAIN = 'example.social';
export const GLITCH_HOST = 'glitch.example';
export const OLD_MASTODON_HOST = 'old.example';
/** A Perch server that is not home, behind a TLS proxy. */
export const SPACES_HOST = 'spaces.example';
export const SPACES_URL = `https://${SPACES_HOST}`;

const SINGLE_COLUMN = '.columns-area--mobile > .column > .scrollable';
const MASTODON_THEMES = ['light', 'dark'];

function mastodon(host: string, path = '/home', anchor = SINGLE_COLUMN): SiteAddress {
  const home = `https://${host}${path}`;
  const post = `${anchor} .status[data-id]`;
  return { folder: 'mastodon', host, home, themes: MASTODON_THEMES, anchor, post, timeline: anchor };
}

const X_ANCHOR = '[data-testid="primaryColumn"] > div > div:last-child';
const x = (host: string): SiteAddress => ({
  folder: 'x',
  host,
  home: `https://${host}/home`,
  themes: ['light', 'lights-out', 'lights-out-2026'],
  anchor: X_ANCHOR,
  post: 'article[data-testid="tweet"]',
  timeline: X_ANCHOR,
});

/** Every fixture that the adapters have to stand. */
export const SITES = {
  x: x('x.com'),
  twitter: x('twitter.com'),
  mastodon: mastodon(MASTODON_HOST),
  deck: mastodon(
    MASTODON_HOST,
    '/deck/home',
    '.column:has(> .column-header__wrapper .icon-home) > .scrollable',
  ),
  glitch: mastodon(GLITCH_HOST),
  oldMastodon: mastodon(OLD_MASTODON_HOST),
  bluesky: {
    folder: 'bluesky',
    host: 'bsky.app',
    home: 'https://bsky.app/',
    themes: ['light', 'dim', 'dark'],
    anchor: '[data-testid="followingFeedPage-feed-flatlist"] > div:nth-child(2) > div > *',
    post: '[data-testid^="feedItem-by-"]',
    timeline: '[data-testid="followingFeedPage-feed-flatlist"]',
  },
  elk: {
    folder: 'elk',
    host: 'elk.zone',
    home: 'https://elk.zone/home',
    themes: ['light', 'dark'],
    anchor: 'main div[buffer]',
    post: '[aria-roledescription="status-card"]',
    timeline: '[aria-roledescription="status-card"]',
  },
  phanpy: {
    folder: 'phanpy',
    host: 'phanpy.social',
    home: 'https://phanpy.social/',
    themes: ['auto', 'light', 'dark'],
    anchor: '#home-page .timeline-deck > ul.timeline',
    post: '#home-page article.status',
    timeline: '#home-page .timeline-deck > ul.timeline',
  },
} as const satisfies Record<string, SiteAddress>;
export type SiteName = keyof typeof SITES;

/** Hosts that serve the sites' pictures. */
export const PICTURE_HOSTS = ['pbs.twimg.com', 'cdn.bsky.app'] as const;
/** Hosts that a page of a fixture site speaks to by itself. */
export const OWN_HOSTS: ReadonlySet<string> = new Set([
  ...Object.values(SITES).map(({ host }) => host),
  ...PICTURE_HOSTS,
]);

/** Perch servers that mean harm or are broken. */
export const LIARS = {
  /** Answers what is not JSON. */
  rubbish: 'rubbish.liar.example',
  /** Answers JSON of another shape. */
  shape: 'shape.liar.example',
  /** Answers a Space that nobody asked for. */
  otherId: 'other.liar.example',
  /** Answers markup in every text. */
  markup: 'markup.liar.example',
  /** Sends the asker to another host. */
  redirect: 'redirect.liar.example',
  /** Never answers. */
  hanging: 'hanging.example',
  /** Begins an answer and never ends it. */
  half: 'half.hanging.example',
  /** Answers 10 MB. */
  flood: 'flood.example',
  /** Answers without an end, as fast as it is read. */
  endless: 'endless.flood.example',
} as const;

export const ALL_HOSTS: readonly string[] = [...OWN_HOSTS, SPACES_HOST, ...Object.values(LIARS)];
