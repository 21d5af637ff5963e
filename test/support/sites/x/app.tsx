/** @jsxImportSource react */
import { createPortal } from 'react-dom';
import { ANA, PEOPLE, READER } from '../content.ts';
import type { GlyphName } from '../glyphs.ts';
import type { PageStore } from '../page-store.ts';
import { Glyph } from '../react-glyph.tsx';
import { usePage } from '../react-page.tsx';
import { HomeColumn } from './home-column.tsx';
import { Tweet } from './tweet.tsx';

interface AppProps {
  page: PageStore;
  open: (id: string) => void;
}

const WHO_TO_FOLLOW = PEOPLE.slice(6, 9);

function Side({ page }: { page: PageStore }) {
  const { home, notifications, profile, modal } = page.routes;
  const tab = (id: string, to: string, label: string, glyph: GlyphName) => (
    <a data-testid={id} href={to} role="link" aria-label={label} className="tab-link">
      <div>
        <Glyph name={glyph} size={26} />
        <span>{label}</span>
      </div>
    </a>
  );
  return (
    <header role="banner">
      <div className="side">
        <nav aria-label="Primary" role="navigation">
          {tab('AppTabBar_Home_Link', home, 'Home', 'home')}
          {tab('AppTabBar_Notifications_Link', notifications, 'Notifications', 'bell')}
          {tab('AppTabBar_Profile_Link', profile(READER), 'Profile', 'user')}
        </nav>
        <a data-testid="SideNav_NewTweet_Button" href={modal!} role="link" className="post-button">
          Post
        </a>
      </div>
    </header>
  );
}

function Sidebar() {
  return (
    <div data-testid="sidebarColumn" className="sidebar">
      <div className="search">Search</div>
      <section className="box">
        <h2>Who to follow</h2>
        {WHO_TO_FOLLOW.map(({ user, name }) => (
          <div key={user} data-testid="UserCell">
            <div data-testid={`UserAvatar-Container-${user}`} className="avatar" />
            <div>
              <b>{name}</b>
              <span className="muted">@{user}</span>
            </div>
          </div>
        ))}
      </section>
    </div>
  );
}

/** A screen that is not home: its column has the same shape, so that anchors match here too. */
function OtherColumn({ page, open, title }: AppProps & { title: string }) {
  return (
    <div data-testid="primaryColumn" key={title}>
      <div aria-label={title}>
        <div className="top">
          <h2>{title}</h2>
        </div>
        <div className="quiet">
          <section role="region" aria-label={title}>
            <div aria-label={`Timeline: ${title}`}>
              {page.state.posts.slice(20, 26).map((post) => (
                <div key={post.id} data-testid="cellInnerDiv" className="still">
                  <Tweet post={post} open={open} />
                </div>
              ))}
            </div>
          </section>
        </div>
      </div>
    </div>
  );
}

function titleOf(page: PageStore): string {
  const { shown } = page.state;
  if (shown === page.routes.notifications) return 'Notifications';
  return shown.includes('/status/') ? 'Post' : ANA.name;
}

function Composer({ page }: { page: PageStore }) {
  return createPortal(
    <div role="dialog" aria-modal="true" aria-label="New post" className="dialog">
      <div>
        <button type="button" aria-label="Close" onClick={() => page.closeModal()}>
          ✕
        </button>
        <textarea aria-label="Post text" placeholder="What is happening?" />
      </div>
    </div>,
    document.querySelector('#layers')!,
  );
}

export function App({ page, open }: AppProps) {
  const { shown, theme, timeline, isModalOpen, column } = usePage(page);
  const isHome = page.routes.isHome(shown);
  return (
    <div className={`shell ${theme === 'light' ? 'day' : 'night'}`}>
      <Side page={page} />
      <main role="main">
        <div className="columns">
          {!isHome && <OtherColumn page={page} open={open} title={titleOf(page)} />}
          {isHome && timeline !== 'gone' && <HomeColumn key={column} page={page} open={open} />}
          {isHome && timeline === 'gone' && <div role="progressbar" className="spinner" />}
          <Sidebar />
        </div>
      </main>
      {isModalOpen && <Composer page={page} />}
    </div>
  );
}
