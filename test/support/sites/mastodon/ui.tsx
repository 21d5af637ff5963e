/** @jsxImportSource react */
import { type ReactNode, useState } from 'react';
import { createPortal } from 'react-dom';
import { acct, ANA, READER } from '../content.ts';
import type { PageStore } from '../page-store.ts';
import { usePage } from '../react-page.tsx';
import { Icon } from './icon.tsx';
import { ScrollableList } from './scrollable-list.tsx';

interface UiProps {
  page: PageStore;
  open: (id: string) => void;
  isDeck: boolean;
}

interface ColumnProps {
  label: string;
  icon: string;
  /** Where single-column headers are portalled; null in the deck. */
  tabsBar: Element | null;
  isDeck: boolean;
  children: ReactNode;
}

/** The header of a single column stands outside of it. */
function Column({ label, icon, tabsBar, isDeck, children }: ColumnProps) {
  const header = (
    <div className="column-header__wrapper">
      <div className="column-header">
        <h1 className="column-header__title-wrapper">
          <button type="button" className="column-header__title">
            <Icon id={icon} className="column-header__icon" />
            <span className="column-header__text">{label}</span>
          </button>
        </h1>
      </div>
    </div>
  );
  return (
    <div role="region" aria-label={label} className="column">
      {isDeck ? header : tabsBar && createPortal(header, tabsBar)}
      {children}
    </div>
  );
}

function HomeColumn({ page, open, isDeck, tabsBar }: UiProps & { tabsBar: Element | null }) {
  const { posts, loaded, timeline, column } = usePage(page);
  return (
    <Column label="Home" icon="home" tabsBar={tabsBar} isDeck={isDeck} key={column}>
      {timeline === 'gone' ? (
        <div className="loading-indicator" role="progressbar" />
      ) : (
        <ScrollableList
          posts={timeline === 'there' ? posts.slice(0, loaded) : []}
          open={open}
          flavour={page.staging.flavour}
          host={page.staging.host}
          bindsToDocument={!isDeck}
          onNearEnd={(scroller) => page.moreNear(scroller)}
        />
      )}
    </Column>
  );
}

interface OtherProps extends UiProps {
  tabsBar: Element | null;
  path: string;
}

function OtherColumn({ page, open, isDeck, tabsBar, path }: OtherProps) {
  const { posts } = page.state;
  const isNotifications = path === page.routes.notifications;
  const from = isNotifications ? 20 : 40;
  return (
    <Column
      label={isNotifications ? 'Notifications' : ANA.name}
      icon={isNotifications ? 'bell' : 'user'}
      tabsBar={tabsBar}
      isDeck={isDeck}
    >
      <ScrollableList
        posts={posts.slice(from, from + 8)}
        open={open}
        flavour={page.staging.flavour}
        host={page.staging.host}
        bindsToDocument={!isDeck}
        onNearEnd={() => {}}
      />
    </Column>
  );
}

function NavigationPanel({ page }: { page: PageStore }) {
  const handle = acct(READER);
  return (
    <div className="columns-area__panels__pane columns-area__panels__pane--start columns-area__panels__pane--navigational">
      <div className="columns-area__panels__pane__inner">
        <nav className="navigation-panel" aria-label="Main">
          <div className="navigation-bar">
            <div className="account account--minimal">
              <div className="account__wrapper">
                <a className="account__display-name focusable" title={`@${handle}`} href={`/@${handle}`}>
                  <div className="account__avatar-wrapper">
                    <span className="account__avatar nav-avatar" />
                  </div>
                  <span className="display-name">{READER.name}</span>
                </a>
              </div>
            </div>
          </div>
          <button type="button" className="button compose" onClick={() => page.openModal()}>
            New post
          </button>
          {(['home', 'notifications'] as const).map((place) => (
            <a key={place} className="column-link column-link--transparent" href={page.routes[place]}>
              <Icon id={place === 'home' ? 'house' : 'bell'} className="column-link__icon" />
              <span>{place === 'home' ? 'Home' : 'Notifications'}</span>
            </a>
          ))}
        </nav>
      </div>
    </div>
  );
}

function Deck(props: UiProps) {
  const { column, shown } = usePage(props.page);
  const { isHome, notifications } = props.page.routes;
  return (
    <main className="columns-area" tabIndex={0}>
      <div className="drawer" role="region" aria-label="Compose">
        <div className="drawer__inner">What is on your mind?</div>
      </div>
      <HomeColumn {...props} tabsBar={null} key={`pinned-${column}`} />
      <OtherColumn {...props} tabsBar={null} path={notifications} key="second" />
      {isHome(shown) ? (
        <HomeColumn {...props} tabsBar={null} key={`route-${column}`} />
      ) : (
        <OtherColumn {...props} tabsBar={null} path={shown} key="route" />
      )}
    </main>
  );
}

function SingleColumn(props: UiProps) {
  const [tabsBar, setTabsBar] = useState<Element | null>(null);
  const { shown, column } = usePage(props.page);
  const isHome = props.page.routes.isHome(shown);
  return (
    <div className="columns-area__panels">
      <div className="columns-area__panels__pane columns-area__panels__pane--compositional">
        <div className="columns-area__panels__pane__inner">
          <div className="compose-panel">What is on your mind?</div>
        </div>
      </div>
      <main className="columns-area__panels__main">
        <div className="tabs-bar__wrapper">
          <div id="tabs-bar__portal" ref={setTabsBar} />
        </div>
        <div className="columns-area columns-area--mobile">
          {isHome ? (
            <HomeColumn {...props} tabsBar={tabsBar} key={column} />
          ) : (
            <OtherColumn {...props} tabsBar={tabsBar} path={shown} key={shown} />
          )}
        </div>
      </main>
      <NavigationPanel page={props.page} />
    </div>
  );
}

export function Ui(props: UiProps) {
  const { isModalOpen } = usePage(props.page);
  return (
    <div className="ui">
      {props.isDeck ? <Deck {...props} /> : <SingleColumn {...props} />}
      <div className={isModalOpen ? 'modal-root active' : 'modal-root'}>
        {isModalOpen && (
          <div role="presentation">
            <div
              className="modal-root__overlay"
              onClick={() => props.page.closeModal()}
              role="presentation"
            />
            <div role="dialog" className="modal-root__container" aria-label="Compose new post">
              <textarea aria-label="Post text" placeholder="What is on your mind?" />
            </div>
          </div>
        )}
      </div>
    </div>
  );
}
