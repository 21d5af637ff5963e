/** @jsxImportSource react */
import { useEffect, useState } from 'react';
import type { PageStore } from '../page-store.ts';
import { usePage } from '../react-page.tsx';
import { Rows } from './rows.tsx';

const TABS = ['For you', 'Following'];
const SPINNER_MS = 80;
/** The second feed has other posts, older by this many. */
const FOLLOWING_FROM = 30;

/** Shows a spinner in the list's place on the first visit to a tab. */
function useFirstVisit(tab: number): boolean {
  const [visited, setVisited] = useState<readonly number[]>([0]);
  const isFirst = !visited.includes(tab);
  useEffect(() => {
    if (!isFirst) return;
    const timer = setTimeout(() => setVisited((before) => [...before, tab]), SPINNER_MS);
    return () => clearTimeout(timer);
  }, [isFirst, tab]);
  return isFirst;
}

export function HomeColumn({ page, open }: { page: PageStore; open: (id: string) => void }) {
  const { tab, posts, loaded, timeline } = usePage(page);
  const isFirstVisit = useFirstVisit(tab);
  const isLoading = isFirstVisit || timeline === 'loading';
  const shown = tab === 0 ? posts.slice(0, loaded) : posts.slice(FOLLOWING_FROM, FOLLOWING_FROM + loaded);
  return (
    <div data-testid="primaryColumn">
      <div aria-label="Home timeline" tabIndex={0}>
        <div className="top">
          <nav aria-live="polite" role="navigation">
            <div role="tablist" data-testid="ScrollSnap-List">
              {TABS.map((name, index) => (
                <div key={name} role="presentation">
                  <a
                    href="/home"
                    role="tab"
                    aria-selected={tab === index}
                    onClick={(event) => {
                      event.preventDefault();
                      page.update({ tab: index });
                    }}
                  >
                    <span>{name}</span>
                  </a>
                </div>
              ))}
            </div>
          </nav>
        </div>
        <div className="composer">
          <div className="avatar" />
          <span className="muted">What is happening?</span>
        </div>
        <div>
          {isLoading ? (
            <div role="progressbar" className="spinner" />
          ) : (
            <section role="region" aria-labelledby={`list-${tab}`} key={tab}>
              <h1 id={`list-${tab}`} className="for-ears">
                Your Home Timeline
              </h1>
              <div aria-label="Timeline: Your Home Timeline">
                <Rows posts={shown} open={open} onNearEnd={() => page.more()} />
              </div>
            </section>
          )}
        </div>
      </div>
    </div>
  );
}
