/** @jsxImportSource react */
import './bluesky.css';
import { skyHandle } from '../content.ts';
import { FixturePage } from '../fixture.ts';
import { flushReact, mountReact } from '../react-page.tsx';
import { App } from './app.tsx';
import { PALETTES } from './palette.ts';

const HOME = '/';

const fixture = new FixturePage({
  routes: {
    home: HOME,
    notifications: '/notifications',
    profile: (person) => `/profile/${skyHandle(person)}`,
    post: ({ author, id }) => `/profile/${skyHandle(author)}/post/${id}`,
    usesHash: false,
    modal: null,
    isHome: (path) => path === HOME,
  },
  themes: Object.keys(PALETTES),
  tabs: 2,
  pageSize: 30,
  container: '#root',
  postSelector: '[data-testid^="feedItem-by-"]',
  applyTheme(theme) {
    document.documentElement.className = `theme--${theme}`;
    document.documentElement.style.colorScheme = theme === 'light' ? 'light' : 'dark';
    document.querySelector('meta[name="theme-color"]')!.setAttribute('content', PALETTES[theme]!.background);
  },
  mount: (container, page) => mountReact(container, <App page={page} open={fixture.open} />),
  flush: flushReact,
});

localStorage.setItem('BSKY_STORAGE', JSON.stringify({ session: { accessJwt: 'never-read-me' } }));
fixture.start();
