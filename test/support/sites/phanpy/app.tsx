import { createPortal } from 'preact/compat';
import { ANA } from '../content.ts';
import type { PageStore } from '../page-store.ts';
import { HomePage } from './home-page.tsx';
import { Status } from './status.tsx';
import { usePage } from './use-page.ts';

interface AppProps {
  page: PageStore;
  open: (id: string) => void;
}

/** Another page lies over home, which stays mounted. */
function OtherPage({ page, title }: { page: PageStore; title: string }) {
  return (
    <div id="other-page" class="deck-container" tabIndex={-1}>
      <div class="timeline-deck deck">
        <header>
          <div class="header-grid">
            <div class="header-side">
              <a href="#/" class="button plain home-button">
                Home
              </a>
            </div>
            <h1>{title}</h1>
            <div class="header-side" />
          </div>
        </header>
        <ul class="timeline">
          {page.state.posts.slice(40, 46).map((post) => (
            <li key={post.id}>
              <div class="status-focus">
                <Status post={post} />
              </div>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function StatusRoute({ page, id }: { page: PageStore; id: string }) {
  const post = page.state.posts.find((one) => one.id === id)!;
  return (
    <div class="deck-backdrop">
      <a href="#/" class="backdrop-close" aria-label="Close" />
      <div class="status-deck deck" tabIndex={-1}>
        <header>
          <h1>Post</h1>
        </header>
        <ul class="status-thread">
          <li>
            <Status post={post} />
          </li>
        </ul>
      </div>
    </div>
  );
}

function Compose({ page }: { page: PageStore }) {
  return createPortal(
    <div class="compose-modal" role="dialog" aria-label="Compose">
      <textarea aria-label="Post text" placeholder="What are you doing?" />
      <button type="button" class="plain" onClick={() => page.closeModal()}>
        Close
      </button>
    </div>,
    document.querySelector('#modal-container')!,
  );
}

export function App({ page, open }: AppProps) {
  const { shown, column, timeline, isModalOpen } = usePage(page);
  const post = /\/s\/(\d+)$/.exec(shown)?.[1];
  const isOther = !page.routes.isHome(shown) && post === undefined;
  const title = shown === page.routes.notifications ? 'Notifications' : ANA.name;
  return (
    <>
      {timeline === 'gone' ? (
        <div id="loader-root" class="loader-container" />
      ) : (
        <HomePage key={column} page={page} open={open} />
      )}
      {isOther && <OtherPage key={shown} page={page} title={title} />}
      {post !== undefined && <StatusRoute key={shown} page={page} id={post} />}
      <button type="button" id="compose-button" aria-label="Compose" onClick={() => page.openModal()}>
        +
      </button>
      {isModalOpen && <Compose page={page} />}
    </>
  );
}
