type OnSeen = (isIntersecting: boolean, height: number) => void;

/** One IntersectionObserver for all articles of a list. */
export class Articles {
  readonly #seen = new Map<Element, OnSeen>();
  readonly #observer: IntersectionObserver;

  constructor(options: IntersectionObserverInit) {
    this.#observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting, boundingClientRect } of entries) {
        this.#seen.get(target)?.(isIntersecting, boundingClientRect.height);
      }
    }, options);
  }

  observe(article: Element, onSeen: OnSeen): void {
    this.#seen.set(article, onSeen);
    this.#observer.observe(article);
  }

  unobserve(article: Element): void {
    this.#seen.delete(article);
    this.#observer.unobserve(article);
  }

  disconnect(): void {
    this.#observer.disconnect();
  }
}
