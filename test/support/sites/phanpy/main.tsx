import './phanpy.css';
import { render } from 'preact';
import { flushSync } from 'preact/compat';
import { FixturePage } from '../fixture.ts';
import { App } from './app.tsx';
import { SERVER } from './server.ts';

const HOME = '/';
const THEMES = ['auto', 'light', 'dark'];

const fixture = new FixturePage({
  routes: {
    home: HOME,
    notifications: '/notifications',
    profile: (person) => `/${SERVER}/a/${person.hue}`,
    post: ({ id }) => `/${SERVER}/s/${id}`,
    usesHash: true,
    modal: null,
    isHome: (path) => path === HOME,
  },
  themes: THEMES,
  tabs: 1,
  pageSize: 20,
  container: '#app',
  postSelector: '#home-page a.status-link',
  // Without a choice of its own there is no class, and the system's theme holds.
  applyTheme(theme) {
    const { classList } = document.documentElement;
    for (const name of THEMES) classList.toggle(`is-${name}`, name !== 'auto' && name === theme);
  },
  mount(container, page) {
    flushSync(() => render(<App page={page} open={fixture.open} />, container));
    return () => render(null, container);
  },
  flush: (act) => flushSync(act),
});

localStorage.setItem('accounts', JSON.stringify([{ accessToken: 'never-read-me' }]));
fixture.start();
