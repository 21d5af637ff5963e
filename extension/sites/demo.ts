import { identityKey } from '#shared/schema/identity.ts';
import { before, firstVisible, type Site } from './site.ts';

const HOME = '/demo/timeline';
const TIMELINE = 'main[data-testid="home-column"] section[data-testid="timeline"]';
const POST = 'article[data-testid="post"]';
const AVATAR = '.face';
const TEXT = '.body p';
const LINKS = `${TEXT} a[href]`;
const CARD = '.link-card';
/** Where the people of the demo are at home. */
const DOMAIN = 'wren.example';

/** The demo timeline of our own server; only in builds made for the demo and the tests. */
export const demo: Site = {
  id: 'demo',
  hosts: ['localhost', '127.0.0.1'],
  route: ({ pathname }) => (pathname.replace(/\/$/, '') === HOME ? 'home' : 'elsewhere'),
  anchor: (document) => before(firstVisible(document, TIMELINE)),
  stable: 'body',
  themedBy: ['data-theme'],
  post: POST,
  keys(post) {
    const handle = post.getAttribute('data-author');
    return handle ? [identityKey('ap', `${handle}@${DOMAIN}`)] : [];
  },
  avatar: (post) => post.querySelector(AVATAR),
  ring: 'round',
  links: LINKS,
  text: TEXT,
  native: CARD,
  selectors: { TIMELINE, POST, AVATAR, TEXT, LINKS, CARD },
};
