import { laterPosts, makePosts, type Person, type Post } from './content.ts';

/** What the server writes into each fixture page. */
export interface Staging {
  /** Full addresses of Spaces, one post each. */
  links: readonly string[];
  /** The host that the page is served under. */
  host: string;
  /** Mastodon alone: which front-end of the family. */
  flavour: 'vanilla' | 'glitch' | 'old';
}

export interface PageState {
  /** The address as the site's router reads it. */
  path: string;
  /** The screen that is drawn: under a dialog's own path the one before. */
  shown: string;
  theme: string;
  /** All there are, newest first; the first `loaded` are in the list. */
  posts: readonly Post[];
  loaded: number;
  /** Wait behind the site's button. */
  waiting: number;
  tab: number;
  isModalOpen: boolean;
  /** Changes when the column is to be replaced. */
  column: number;
  /** Before the first posts came, with them, or without any place for them (from the start with `?empty`). */
  timeline: 'loading' | 'there' | 'gone';
}

/** The addresses of one site, and what they mean. */
export interface Routes {
  home: string;
  notifications: string;
  profile(person: Person): string;
  post(post: Post): string;
  usesHash: boolean;
  /** A dialog's own address, where the site gives it one. */
  modal: string | null;
  isHome(path: string): boolean;
}

const DEFAULT_POSTS = 500;

export function readStaging(): Staging {
  return JSON.parse(document.querySelector('script#fixture-staging')!.textContent) as Staging;
}

export const options = new URLSearchParams(location.search);

/** The state of one fixture page; a framework draws what it holds. */
export class PageStore {
  readonly routes: Routes;
  readonly staging: Staging;
  state: PageState;
  readonly #pageSize: number;
  readonly #listeners = new Set<() => void>();
  #arrived = 0;

  constructor(routes: Routes, theme: string, pageSize: number) {
    this.routes = routes;
    this.staging = readStaging();
    this.#pageSize = pageSize;
    const path = this.#readPath();
    this.state = {
      path,
      shown: path === routes.modal ? routes.home : path,
      theme: options.get('theme') ?? theme,
      posts: makePosts(Number(options.get('posts') ?? DEFAULT_POSTS), this.staging.links),
      loaded: pageSize,
      waiting: 0,
      tab: 0,
      isModalOpen: path === routes.modal,
      column: 0,
      timeline: options.has('empty') ? 'gone' : 'loading',
    };
    addEventListener('popstate', this.#follow);
    addEventListener('hashchange', this.#follow);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  read = (): PageState => this.state;

  update(change: Partial<PageState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.#listeners) listener();
  }

  go(path: string): void {
    if (path === this.state.path) return;
    if (this.routes.usesHash) location.hash = path;
    else {
      history.pushState(null, '', path);
      this.#follow();
    }
  }

  openModal(): void {
    if (this.routes.modal === null) this.update({ isModalOpen: true });
    else this.go(this.routes.modal);
  }

  closeModal(): void {
    if (this.routes.modal === null) this.update({ isModalOpen: false });
    else if (this.state.isModalOpen) history.back();
  }

  /** The next page of older posts. */
  more(): void {
    const { loaded, posts } = this.state;
    if (loaded < posts.length) this.update({ loaded: Math.min(posts.length, loaded + this.#pageSize) });
  }

  /** For a scroll handler: loads on before the end comes into view. */
  moreNear(scroller: Element): void {
    const left = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
    if (left < 2 * scroller.clientHeight) this.more();
  }

  prepend(count: number): void {
    const { posts, loaded } = this.state;
    const later = laterPosts(count, this.#arrived);
    this.#arrived += count;
    this.update({ posts: [...later, ...posts], loaded: loaded + count, waiting: 0 });
  }

  grow(count: number): void {
    const { posts } = this.state;
    const own = makePosts(count - this.#arrived, this.staging.links);
    this.update({ posts: [...posts.slice(0, this.#arrived), ...own] });
  }

  #readPath(): string {
    return this.routes.usesHash ? location.hash.slice(1) || this.routes.home : location.pathname;
  }

  #follow = (): void => {
    const path = this.#readPath();
    const isModal = path === this.routes.modal;
    this.update({
      path,
      shown: isModal ? this.state.shown : path,
      isModalOpen: this.routes.modal === null ? this.state.isModalOpen : isModal,
    });
  };
}
