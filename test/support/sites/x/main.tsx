/** @jsxImportSource react */
import './x.css';
import { FixturePage } from '../fixture.ts';
import { flushReact, mountReact } from '../react-page.tsx';
import { App } from './app.tsx';

const BACKGROUNDS: Readonly<Record<string, string>> = {
  light: 'rgb(255, 255, 255)',
  'lights-out': 'rgb(0, 0, 0)',
  'lights-out-2026': 'rgb(5, 5, 5)',
};
const HOME = '/home';

const fixture = new FixturePage({
  routes: {
    home: HOME,
    notifications: '/notifications',
    profile: ({ user }) => `/${user}`,
    post: ({ author, id }) => `/${author.user}/status/${id}`,
    usesHash: false,
    modal: '/compose/post',
    isHome: (path) => path === HOME,
  },
  themes: Object.keys(BACKGROUNDS),
  tabs: 2,
  pageSize: 40,
  container: '#react-root',
  postSelector: 'article[data-testid="tweet"]',
  applyTheme(theme) {
    const background = BACKGROUNDS[theme]!;
    document.body.style.backgroundColor = background;
    document.documentElement.style.colorScheme = theme === 'light' ? 'light' : 'dark';
    document.querySelector('meta[name="theme-color"]')!.setAttribute('content', background);
  },
  mount: (container, page) => mountReact(container, <App page={page} open={fixture.open} />),
  flush: flushReact,
});

// As the real site does, it keeps things in the page that nobody else has to read.
localStorage.setItem('fixture_auth_token', 'never-read-me');
fixture.start();
