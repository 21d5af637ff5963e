import { identityKey } from '#shared/schema/identity.ts';
import { firstIn, firstVisible, makeshift, type Site } from './site.ts';

// social-app 1.132.0, seen 2026-11-22.
const LIST = '[data-testid$="FeedPage-feed-flatlist"] > div:nth-child(2) > div';
const TABS = '[data-testid="homeScreenFeedTabs"]';
const POST = '[data-testid^="feedItem-by-"]';
const AVATAR_IMAGE = '[data-testid="userAvatarImage"]';
const AVATAR_FALLBACK = '[data-testid="userAvatarFallback"]';
const TEXT = '[data-testid="postText"]';
const CARD = '[data-testid="contentHider-post"] a[role="link"]';
const LINKS = `${TEXT} a, ${CARD}`;

const AUTHOR_PREFIX = 'feedItem-by-';
/** The way that outgoing links take. */
const REDIRECT = 'https://go.bsky.app/redirect?';
const DID_IN_AVATAR = /\/(did:[a-z]+:[^/@]+)\//;

function belowTabs(document: Document) {
  for (let node = document.querySelector(TABS); node?.parentElement; node = node.parentElement) {
    if (getComputedStyle(node).position !== 'sticky') continue;
    const next = node.nextElementSibling;
    const own = next?.localName === 'perch-bar' ? next.nextElementSibling : next;
    return { parent: node.parentElement, before: own, near: own ?? node };
  }
  return null;
}

export const bluesky: Site = {
  id: 'bluesky',
  hosts: ['bsky.app'],
  route: ({ pathname }) => (pathname === '/' ? 'home' : 'elsewhere'),
  anchor: (document) => firstIn(firstVisible(document, LIST)) ?? makeshift(belowTabs(document)),
  stable: '#root',
  themedBy: ['class'],
  post: POST,
  keys(post) {
    const handle = post.getAttribute('data-testid')!.slice(AUTHOR_PREFIX.length);
    const image = post.querySelector(AVATAR_IMAGE);
    const picture = image?.matches('img') ? image : image?.querySelector('img');
    const did = DID_IN_AVATAR.exec(decodeURIComponent(picture?.getAttribute('src') ?? ''))?.[1];
    return [handle, did].flatMap((name) => (name ? [identityKey('at', name)] : []));
  },
  avatar(post) {
    const image = post.querySelector(`${AVATAR_IMAGE}, ${AVATAR_FALLBACK}`);
    // The only text in an avatar is the site's own word for live.
    return image?.parentElement?.textContent ? null : (image?.parentElement ?? null);
  },
  ring: 'round bluesky',
  links: LINKS,
  hrefOf: ({ href }) => (href.startsWith(REDIRECT) ? (new URL(href).searchParams.get('u') ?? href) : href),
  text: TEXT,
  native: CARD,
  selectors: { LIST, TABS, POST, AVATAR_IMAGE, AVATAR_FALLBACK, TEXT, CARD, LINKS },
};
