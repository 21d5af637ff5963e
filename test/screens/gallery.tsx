// The first font that our pages name; what stands in for it here is wider than any that people have.
import '@fontsource/inter/400.css';
import '@fontsource/inter/600.css';
import '@fontsource/inter/700.css';
import { signal } from '@preact/signals';
import * as v from 'valibot';
import { render } from 'preact';
import { LANGUAGES } from '#shared/schema/view.ts';
import { directionOf } from '#shared/words/words.ts';
import { readVolume } from '#shared/words/catalogues.ts';
import { hashOfKey, identityKey, type ShownIdentity } from '#shared/schema/identity.ts';
import barCss from '#shared/ui/bar.css?inline';
import '#shared/ui/popup.css';
import { PartContext, ShellContext } from '#shared/ui/context.ts';
import { createDeeds } from '#shared/ui/deeds.ts';
import { Popup } from '#shared/ui/popup.tsx';
import { WelcomePage } from '../../extension/entrypoints/welcome/welcome-page.tsx';
import { OptionsPage } from '../../extension/entrypoints/options/options-page.tsx';
import '../../extension/entrypoints/marks.css';
import { createSheet } from '../../extension/entrypoints/timeline/host.ts';
import { mountPage, type PageLines } from '../../extension/entrypoints/timeline/mount-page.ts';
import { before, type Site } from '../../extension/sites/site.ts';
import type { Outcome } from '#shared/schema/view.ts';
import { fakePerch } from '../support/fake-perch.ts';
import { fakeOptions, fakePrivacy } from '../support/fake-options.ts';
import { fakeWelcome } from '../support/fake-welcome.ts';
import { fakeFollows } from '../support/fake-follows.ts';
import { fakeSite, type FakeSite, fakeSites } from '../support/fake-sites.ts';
import './page.css';
import { fill } from './desk-state.ts';
import { LINKS } from './links.ts';
import type { MicrophoneState } from './microphone.tsx';
import type { ModerationState } from './moderation.tsx';
import { FOLLOWED, MANY_SITES, VISITS } from './site-states.ts';
import { STATES, type StateName } from './states.ts';

const query = new URLSearchParams(location.search);
const theme = query.get('theme') ?? 'light';
const perch = fakePerch(STATES[query.get('state') as StateName]);
const language = v.parse(v.fallback(v.picklist(LANGUAGES), perch.view.value.language), query.get('language'));
perch.catalogue.value = { language, words: (await readVolume(language)).words };
perch.view.value = { ...perch.view.value, language };
Object.assign(document.documentElement, { lang: language, dir: directionOf(language) });
fill(perch.desk);
if (query.get('state')?.startsWith('offline')) Object.defineProperty(navigator, 'onLine', { value: false });
Object.assign(globalThis, {
  become(state: StateName) {
    const next = fakePerch(STATES[state]);
    perch.room.value = next.room.value;
    perch.desk.view.value = next.desk.view.value;
  },
});

/** The gallery's own page, as an adapter sees it. */
const page: Site = {
  id: 'gallery',
  hosts: [],
  route: () => 'home',
  anchor: (document) => before(document.querySelector('.posts')),
  stable: 'body',
  themedBy: ['data-theme'],
  post: 'article',
  keys: (post) => [identityKey('ap', post.id)],
  avatar: (post) => post.querySelector('.post-face'),
  ring: 'round',
  links: 'a',
  text: 'p',
  native: '.post-card',
  selectors: {},
};

/** As the background would answer. */
const lines: PageLines = {
  sheet: createSheet(barCss),
  domain: async () => null,
  async read({ spaceId }) {
    const card = perch.view.value.list.spaces.find(({ id }) => id === spaceId);
    if (!card) return { found: null, fault: 'not_found' };
    return {
      found: { ...card, state: 'live', endedAt: null, endReason: null, identities: IDENTITIES },
      fault: null,
    };
  },
};

/** The site under the popup: `new:HOST` or `known:HOST`. */
function siteUnder(): FakeSite | null {
  const [what, host] = query.get('site')?.split(':') ?? [];
  const site = host ? fakeSite(host, what === 'known') : null;
  if (site) site.answer = false;
  return site;
}

function showPopup() {
  document.documentElement.className = 'perch';
  render(
    <ShellContext.Provider value={{ perch, deeds: createDeeds() }}>
      <Popup link={LINKS[query.get('state') as StateName] ?? null} site={siteUnder()} />
    </ShellContext.Provider>,
    document.body,
  );
}

/** The first post is by somebody on a live stage and links to the Space. */
const ON_STAGE = 'ana@wren.example';
const IDENTITIES: ShownIdentity[] = [
  { pid: '', network: 'mastodon', handle: `@${ON_STAGE}`, keys: [identityKey('ap', ON_STAGE)] },
];

function Post({ name, lines, id, link }: { name: string; lines: number[]; id?: string; link?: string }) {
  return (
    <article id={id ?? name}>
      <i class="post-face" />
      <div>
        <b>{name}</b>
        {link && (
          <p>
            Come and listen: <a href={link}>{link.replace(/^https?:\/\//, '')}</a>
          </p>
        )}
        {lines.map((width) => (
          <i key={width} class="post-line" style={{ width: `${width}%` }} />
        ))}
      </div>
    </article>
  );
}

async function showPosts() {
  const { spaces, ...list } = perch.view.value.list;
  const keys = await hashOfKey(IDENTITIES[0]!.keys[0]!);
  const [first, ...others] = spaces;
  perch.view.value = {
    ...perch.view.value,
    list: { ...list, spaces: [{ ...first!, keys }, ...others] },
  };
  showBar(`${perch.view.value.server}/s/${first!.id}`);
}

function showBar(link?: string) {
  render(
    <main class="column">
      <h1 class="page-name">A timeline</h1>
      <div class="posts">
        {link && <Post name="Ana Ferreira" id={ON_STAGE} lines={[]} link={link} />}
        <Post name="Tomás" lines={[86, 64]} />
        <Post name="Kerstin" lines={[92, 40]} />
        <Post name="Malik" lines={[70, 81, 22]} />
        <Post name="Bea" lines={[88, 58]} />
      </div>
    </main>,
    document.body,
  );
  mountPage(perch, page, lines, new AbortController().signal);
}

async function showOptions() {
  await import('../../extension/entrypoints/options/options.css');
  document.documentElement.className = 'perch';
  const site = query.get('site');
  const options = fakeOptions({
    catalogue: signal(perch.catalogue.value),
    servers: signal(perch.view.value.servers),
    follows: fakeFollows(site ? FOLLOWED : []),
    sites: fakeSites(site ? MANY_SITES : {}),
    privacy: fakePrivacy(site ? VISITS : []),
    account: perch.own,
    blocks: perch.desk.blocks,
    unblock: perch.desk.unblock,
    useServer: async (): Promise<Outcome> => ({ fault: perch.view.value.list.fault }),
  });
  const main = document.body.appendChild(document.createElement('main'));
  render(<OptionsPage options={options} />, main);
}

async function showMicrophone() {
  await import('../../extension/entrypoints/microphone/microphone.css');
  document.documentElement.className = 'perch';
  const { microphoneView } = await import('./microphone.tsx');
  const { catalogue } = perch;
  const view = microphoneView(query.get('state') as MicrophoneState, catalogue.value);
  render(
    <PartContext.Provider value={{ catalogue, deeds: createDeeds() }}>
      <main id="app">{view}</main>
    </PartContext.Provider>,
    document.body,
  );
}

async function showWindow() {
  const { showStageWindow: show } = await import('./stage-window.tsx');
  show(perch, query.get('state')!);
}

async function showWelcome() {
  await import('../../extension/entrypoints/welcome/welcome.css');
  document.documentElement.className = 'perch';
  const desk = fakeWelcome({ catalogue: perch.catalogue });
  desk.isPinned.value = query.get('site') === 'pinned';
  const main = document.body.appendChild(document.createElement('main'));
  render(<WelcomePage desk={desk} />, main);
}

async function showShare() {
  const { showShare: show } = await import('./share.tsx');
  await show(perch, query.get('kind') as 'page' | 'frame', query.get('state') === 'shareHeldBack');
}

async function showModeration() {
  const { showModeration: show } = await import('./moderation.tsx');
  await show(query.get('state') as ModerationState, language);
}

async function showPrivacy() {
  const { showPrivacy: show } = await import('./privacy.ts');
  await show(language);
}

document.documentElement.dataset.theme = theme;
const SHOWS = {
  popup: showPopup,
  bar: () => showBar(),
  posts: showPosts,
  options: showOptions,
  microphone: showMicrophone,
  window: showWindow,
  page: showShare,
  frame: showShare,
  moderation: showModeration,
  welcome: showWelcome,
  privacy: showPrivacy,
};
await SHOWS[query.get('kind') as keyof typeof SHOWS]();
