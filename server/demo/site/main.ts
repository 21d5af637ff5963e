import { FEED_NAMES, homeColumn, notificationsColumn, profileColumn, type Column } from './columns.ts';
import { h } from './dom.ts';
import { aside, composer, rail } from './frame.ts';
import { bindHotkeys } from './hotkeys.ts';
import { postLiveSpace } from './live-space.ts';
import { authorOf } from './people.ts';
import { addPost, type FeedName } from './posts.ts';
import { applyTheme, followSystemTheme, toggleTheme } from './theme.ts';

const READER = 'wren';
const PROFILE = '/demo/profile/';

const scrolls = new Map<string, number>();
const middle = h('div', { class: 'middle' });
let feed: FeedName = FEED_NAMES[0]!;
let shown = new AbortController();
let path = location.pathname;

function columnFor(pathname: string): Column {
  if (pathname === '/demo/notifications') return notificationsColumn;
  if (pathname.startsWith(PROFILE)) return profileColumn(decodeURIComponent(pathname.slice(PROFILE.length)));
  return homeColumn(feed, showFeed);
}

// The whole column is replaced in one task, as single-page sites do.
function render(): void {
  shown.abort();
  shown = new AbortController();
  path = location.pathname;
  middle.replaceChildren(columnFor(path)(shown.signal));
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.rail a:not(.brand)')) {
    link.toggleAttribute('aria-current', link.pathname === path);
  }
}

function showFeed(next: FeedName): void {
  feed = next;
  render();
  scrollTo(0, 0);
}

function go(pathname: string): void {
  if (pathname === location.pathname) return scrollTo(0, 0);
  scrolls.set(path, scrollY);
  history.pushState(null, '', pathname);
  render();
  scrollTo(0, 0);
}

function goBack(): void {
  scrolls.set(path, scrollY);
  render();
  requestAnimationFrame(() => scrollTo(0, scrolls.get(location.pathname) ?? 0));
}

function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey) return;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || link.origin !== location.origin || !link.pathname.startsWith('/demo/')) return;
  event.preventDefault();
  go(link.pathname);
}

function post(text: string): void {
  const author = authorOf(READER);
  if (author === undefined) return;
  addPost(author, text);
  if (location.pathname !== '/demo/timeline') go('/demo/timeline');
  showFeed('For you');
}

history.scrollRestoration = 'manual';
applyTheme();
followSystemTheme();
const dialog = composer(post);
const compose = () => dialog.showModal();
document
  .getElementById('site')
  ?.append(rail({ onTheme: toggleTheme, onCompose: compose }), middle, aside(), dialog);
render();
void postLiveSpace('ana').then((isLive) => isLive && location.pathname === '/demo/timeline' && render());
bindHotkeys({ compose });
document.addEventListener('click', followLinks);
addEventListener('popstate', goBack);
