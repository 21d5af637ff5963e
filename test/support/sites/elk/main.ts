import './elk.css';
import { createApp } from 'vue';
import { acct } from '../content.ts';
import { FixturePage } from '../fixture.ts';
import { elkApp } from './app.ts';
import { flushVue } from './parts.ts';
import { SERVER } from './server.ts';

const HOME = '/home';

/** What Vue has to complain about goes to the page's console, where tests look. */
function complain(error: unknown): void {
  console.error('Vue:', error);
}

const fixture = new FixturePage({
  routes: {
    home: HOME,
    notifications: '/notifications',
    profile: (person) => `/${SERVER}/@${acct(person)}`,
    post: ({ author, id }) => `/${SERVER}/@${acct(author)}/${id}`,
    usesHash: false,
    modal: null,
    isHome: (path) => path === HOME,
  },
  themes: ['light', 'dark'],
  tabs: 1,
  pageSize: 30,
  container: '#__nuxt',
  postSelector: '[aria-roledescription="status-card"]',
  applyTheme(theme) {
    document.documentElement.classList.toggle('dark', theme === 'dark');
    const colour = theme === 'dark' ? '#111111' : '#fafafa';
    document.querySelector('meta[name="theme-color"]')!.setAttribute('content', colour);
  },
  mount(container, page) {
    const app = createApp(elkApp(page, fixture.open));
    app.config.errorHandler = complain;
    app.config.warnHandler = complain;
    app.mount(container);
    return () => app.unmount();
  },
  flush: flushVue,
});

localStorage.setItem('elk-current-user-handle', `reader@${SERVER}`);
localStorage.setItem('elk-users', JSON.stringify([{ server: SERVER, token: 'never-read-me' }]));
fixture.start();
