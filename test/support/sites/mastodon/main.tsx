/** @jsxImportSource react */
import './mastodon.css';
import { acct } from '../content.ts';
import { FixturePage } from '../fixture.ts';
import { readStaging } from '../page-store.ts';
import { flushReact, mountReact } from '../react-page.tsx';
import { Ui } from './ui.tsx';

const THEME_COLOURS: Readonly<Record<string, string>> = { light: '#ffffff', dark: '#181821' };
const { flavour } = readStaging();
const isDeck = location.pathname.startsWith('/deck');
const deck = isDeck ? '/deck' : '';

/** Releases before 4.6 name the theme in a class of the body; all of them tint the browser. */
function applyTheme(theme: string): void {
  document.querySelector('meta[name="theme-color"]')!.setAttribute('content', THEME_COLOURS[theme]!);
  const { classList, dataset } = document.documentElement;
  document.body.classList.toggle('theme-mastodon-light', flavour === 'old' && theme === 'light');
  document.body.classList.toggle('theme-default', flavour === 'old' && theme !== 'light');
  if (flavour === 'old') return;
  dataset.colorScheme = theme;
  dataset.contrast = 'auto';
  dataset.userFlavour = flavour;
  classList.toggle('flavour-glitch', flavour === 'glitch');
}

const fixture = new FixturePage({
  routes: {
    home: `${deck}/home`,
    notifications: `${deck}/notifications`,
    profile: (person) => `${deck}/@${acct(person)}`,
    post: ({ author, id }) => `${deck}/@${acct(author)}/${id}`,
    usesHash: false,
    modal: null,
    isHome: (path) => path === `${deck}/home` || path === '/timelines/home',
  },
  themes: Object.keys(THEME_COLOURS),
  tabs: 1,
  pageSize: 20,
  container: '#mastodon',
  postSelector: 'article[data-id] [tabindex="0"]',
  applyTheme,
  mount: (container, page) => {
    document.body.classList.toggle('layout-single-column', !isDeck);
    document.body.classList.toggle('layout-multiple-columns', isDeck);
    return mountReact(container, <Ui page={page} open={fixture.open} isDeck={isDeck} />);
  },
  flush: flushReact,
});

fixture.start();
