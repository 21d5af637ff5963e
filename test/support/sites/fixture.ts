import { AT, ANA } from './content.ts';
import { PageStore, type Routes } from './page-store.ts';
import type { Fixture, Place } from './window-fixture.ts';

/** How one site is drawn and acts. */
export interface SiteMaking {
  routes: Routes;
  themes: readonly string[];
  tabs: number;
  /** How many posts one request brings. */
  pageSize: number;
  /** The element that the app is drawn into. */
  container: string;
  /** What `j` and `k` walk over. */
  postSelector: string;
  applyTheme(theme: string): void;
  /** Draws the app; answers how it is taken down. */
  mount(container: Element, page: PageStore): () => void;
  /** Acts, and has the page drawn before it returns. */
  flush(act: () => void): void;
}

const FIRST_POSTS_MS = 120;
const GROW_STEP = 2_500;
const POINTER_TYPES = ['click', 'auxclick', 'pointerdown', 'mousedown', 'keydown', 'keyup', 'keypress'];

/** What was thrown goes to the page's console too, where tests look; a slow ResizeObserver throws nothing. */
function complain(event: ErrorEvent | PromiseRejectionEvent): void {
  const thrown: unknown = event instanceof ErrorEvent ? event.error : event.reason;
  if (thrown) console.error('The page:', thrown);
}

const nextFrame = () => new Promise(requestAnimationFrame);

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}

function walk(selector: string, step: number): void {
  const posts = [...document.querySelectorAll<HTMLElement>(selector)].filter((post) =>
    post.checkVisibility(),
  );
  const at = posts.findIndex((post) => post.contains(document.activeElement));
  posts[at < 0 ? 0 : Math.max(0, at + step)]?.focus();
}

/** Puts up the page of one site and the `window.fixture` by which tests drive it. */
export class FixturePage {
  readonly page: PageStore;
  readonly opened: string[] = [];
  readonly #making: SiteMaking;
  readonly #keys: string[] = [];
  readonly #leaks: string[] = [];
  #unmount = () => {};

  constructor(making: SiteMaking) {
    this.#making = making;
    this.page = new PageStore(making.routes, making.themes[0]!, making.pageSize);
  }

  start(): void {
    addEventListener('error', complain);
    addEventListener('unhandledrejection', complain);
    window.fixture = this.#api();
    this.#making.applyTheme(this.page.state.theme);
    this.#mount();
    document.addEventListener('keydown', this.#onKey);
    if (!this.#making.routes.usesHash) document.addEventListener('click', this.#followLink);
    for (const type of POINTER_TYPES) document.addEventListener(type, this.#noteLeak);
    if (this.page.state.timeline === 'gone') return;
    setTimeout(() => this.page.update({ timeline: 'there' }), FIRST_POSTS_MS);
  }

  /** For a click on a post. */
  open = (id: string): void => {
    const post = this.page.state.posts.find((one) => one.id === id)!;
    this.opened.push(id);
    this.page.go(this.#making.routes.post(post));
  };

  #mount(): void {
    const container = document.querySelector(this.#making.container)!;
    this.#unmount = this.#making.mount(container, this.page);
  }

  /** The site's own links lead on without a page load. */
  #followLink = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || event.defaultPrevented || link.origin !== location.origin || link.target !== '') return;
    event.preventDefault();
    this.page.go(link.pathname);
  };

  #onKey = (event: KeyboardEvent): void => {
    if (isTyping(event.target) || event.metaKey || event.ctrlKey || event.altKey) return;
    if (event.key === 'Escape') return this.page.closeModal();
    if (!['j', 'k', 'n'].includes(event.key)) return;
    this.#keys.push(event.key);
    if (event.key === 'n') this.page.openModal();
    else walk(this.#making.postSelector, event.key === 'j' ? 1 : -1);
  };

  #noteLeak = (event: Event): void => {
    if (event.target instanceof Element && event.target.localName.startsWith('perch-')) {
      this.#leaks.push(event.type);
    }
  };

  #go(place: Place): void {
    const { routes } = this.#making;
    if (place === 'post') return this.open(this.page.state.posts[AT.ana]!.id);
    this.page.go(place === 'profile' ? routes.profile(ANA) : routes[place]);
  }

  async #growTo(count: number): Promise<void> {
    this.page.grow(count);
    while (this.page.state.loaded < count) {
      this.page.update({ loaded: Math.min(count, this.page.state.loaded + GROW_STEP) });
      await nextFrame();
    }
  }

  #rewrite(): void {
    const old = document.body;
    const body = old.cloneNode(false) as HTMLBodyElement;
    const container = old.querySelector(this.#making.container)!;
    for (const child of container.parentElement!.children) {
      if (child.localName === 'div') body.append(child.cloneNode(false));
    }
    old.replaceWith(body);
    this.#unmount();
    this.#mount();
  }

  #api(): Fixture {
    const { page } = this;
    const making = this.#making;
    const flush = (act: () => void) => making.flush(act);
    return {
      keys: this.#keys,
      opened: this.opened,
      leaks: this.#leaks,
      themes: making.themes,
      tabs: making.tabs,
      get loaded() {
        return page.state.loaded;
      },
      go: (place) => this.#go(place),
      theme(name) {
        making.applyTheme(name);
        page.update({ theme: name });
      },
      tab: (index) => page.update({ tab: index }),
      openModal: () => page.openModal(),
      closeModal: () => page.closeModal(),
      prepend: (count) => flush(() => page.prepend(count)),
      announce: (count) => page.update({ waiting: count }),
      growTo: (count) => this.#growTo(count),
      replaceColumn: () => flush(() => page.update({ column: page.state.column + 1 })),
      remount: () => {
        this.#unmount();
        this.#mount();
      },
      hideTimeline: () => flush(() => page.update({ timeline: 'gone' })),
      showTimeline: () => flush(() => page.update({ timeline: 'there' })),
      rewrite: () => this.#rewrite(),
    };
  }
}
