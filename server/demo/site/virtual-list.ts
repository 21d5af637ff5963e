import { postRow } from './post-row.ts';
import type { Post } from './posts.ts';

const GUESSED_HEIGHT = 128;
const GUESSED_PICTURE = 270;
const OVERSCAN_PX = 700;

/** Shows only the posts near the window, each absolutely placed; rows are re-created as the reader scrolls. */
export class VirtualList {
  readonly #section: HTMLElement;
  readonly #posts: readonly Post[];
  readonly #heights: number[];
  readonly #rows = new Map<number, HTMLElement>();
  #isDue = false;
  /** A row can grow after it was drawn. */
  #onRow: (row: HTMLElement) => void = () => {};

  constructor(section: HTMLElement, posts: readonly Post[]) {
    this.#section = section;
    this.#posts = posts;
    this.#heights = posts.map((post) => GUESSED_HEIGHT + (post.picture === undefined ? 0 : GUESSED_PICTURE));
  }

  /** Follows the window's scrolling and size until the signal aborts. */
  start(signal: AbortSignal): void {
    const draw = () => {
      this.#isDue = false;
      if (!signal.aborted) this.#draw();
    };
    const schedule = () => {
      if (!this.#isDue) requestAnimationFrame(draw);
      this.#isDue = true;
    };
    addEventListener('scroll', schedule, { signal, passive: true });
    addEventListener('resize', schedule, { signal });
    const resized = new ResizeObserver(schedule);
    this.#onRow = (row) => resized.observe(row);
    signal.addEventListener('abort', () => resized.disconnect(), { once: true });
    this.#draw();
  }

  #draw(): void {
    const top = -this.#section.getBoundingClientRect().top;
    const [first, last] = this.#range(top - OVERSCAN_PX, top + innerHeight + OVERSCAN_PX);
    for (const [index, row] of this.#rows) {
      if (index < first || index > last) this.#drop(index, row);
    }
    for (let index = first; index <= last; index += 1) this.#show(index);
    for (const [index, row] of this.#rows) this.#heights[index] = row.offsetHeight;
    this.#place();
  }

  #range(from: number, to: number): [number, number] {
    let y = 0;
    let first = this.#heights.length;
    let last = -1;
    for (const [index, height] of this.#heights.entries()) {
      if (y + height >= from && y <= to) {
        first = Math.min(first, index);
        last = index;
      }
      y += height;
    }
    return [first, last];
  }

  #show(index: number): void {
    const post = this.#posts[index];
    if (post === undefined || this.#rows.has(index)) return;
    const row = postRow(post);
    this.#rows.set(index, row);
    this.#section.append(row);
    this.#onRow(row);
  }

  #drop(index: number, row: HTMLElement): void {
    row.remove();
    this.#rows.delete(index);
  }

  #place(): void {
    let y = 0;
    for (const [index, height] of this.#heights.entries()) {
      const row = this.#rows.get(index);
      if (row !== undefined) row.style.transform = `translateY(${y}px)`;
      y += height;
    }
    this.#section.style.height = `${y}px`;
  }
}
