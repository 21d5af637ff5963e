import { useRef } from 'preact/hooks';
import type { Post } from '../content.ts';
import { isForInner } from '../links.ts';
import type { PageStore } from '../page-store.ts';
import { SERVER } from './server.ts';
import { Status } from './status.tsx';
import { usePage } from './use-page.ts';

const SKELETONS = 5;

function Skeleton() {
  return (
    <div class="status skeleton">
      <picture class="avatar avatar-50" />
      <div class="container">
        <div class="meta">███ ████████</div>
        <div class="content-container">
          <div class="content">
            <p>████ ████████</p>
          </div>
        </div>
      </div>
    </div>
  );
}

function Item({ post, open }: { post: Post; open: (id: string) => void }) {
  return (
    <li>
      <a
        class="status-link timeline-item"
        href={`#/${SERVER}/s/${post.id}`}
        onClick={(event) => {
          const inner = event.target instanceof Element ? event.target.closest('a, button') : null;
          if (inner !== event.currentTarget && isForInner(event.target)) return;
          event.preventDefault();
          open(post.id);
        }}
      >
        <Status post={post} />
      </a>
    </li>
  );
}

/** Scrolls by itself: the document does not. */
export function HomePage({ page, open }: { page: PageStore; open: (id: string) => void }) {
  const { posts, loaded, timeline, waiting } = usePage(page);
  const node = useRef<HTMLDivElement>(null);
  return (
    <div
      id="home-page"
      class="deck-container"
      ref={node}
      tabIndex={-1}
      onScroll={() => page.moreNear(node.current!)}
    >
      <div class="timeline-deck deck">
        <header class={timeline === 'loading' ? 'loading' : ''}>
          <div class="header-grid">
            <div class="header-side">
              <button type="button" class="plain nav-menu-button" aria-label="Menu">
                ≡
              </button>
            </div>
            <h1>Home</h1>
            <div class="header-side">
              <a href="#/notifications" class="button plain notifications-button" aria-label="Notifications">
                ◔
              </a>
            </div>
          </div>
          {waiting > 0 && (
            <button type="button" class="updates-button shiny-pill" onClick={() => page.prepend(waiting)}>
              New posts
            </button>
          )}
        </header>
        {timeline === 'loading' ? (
          <ul class="timeline" key="loading">
            {Array.from({ length: SKELETONS }, (_, index) => (
              <li key={index}>
                <Skeleton />
              </li>
            ))}
          </ul>
        ) : (
          <>
            <ul class="timeline ">
              {posts.slice(0, loaded).map((post) => (
                <Item key={post.id} post={post} open={open} />
              ))}
            </ul>
            {loaded >= posts.length && <p class="ui-state insignificant">The end.</p>}
          </>
        )}
      </div>
    </div>
  );
}
