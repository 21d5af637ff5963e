import type { Site } from './site.ts';

/** Looking at a post takes a fraction of this; a frame must not wait for many. */
const LEAST_IDLE_MS = 2;
/** Posts are looked at so often at most, since asking for idle time has its price too. */
const EVERY_MS = 100;
/** A page that is never idle is looked at all the same. */
const LATEST_MS = 1_000;

/** What the page changed: each node, and whether it is new there. */
export type Changes = ReadonlyMap<Node, boolean>;

export interface PostQueue {
  /** Looks at the posts that these changes are in or bring. */
  take(changes: Changes): void;
  /** Looks at every post again. */
  takeAll(): void;
  /** Looks at one again. */
  add(post: Element): void;
}

/** Looks at posts while the page has nothing better to do, each once however often it changed. */
export function queuePosts(
  { post: selector }: Site,
  document: Document,
  look: (post: Element) => void,
  signal: AbortSignal,
): PostQueue {
  const nodes = new Map<Node, boolean>();
  const posts = new Set<Element>();
  const view = document.defaultView!;
  let idle = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function work(deadline: IdleDeadline) {
    timer = undefined;
    for (const post of postsIn(nodes, selector)) posts.add(post);
    nodes.clear();
    for (const post of posts) {
      if (deadline.timeRemaining() < LEAST_IDLE_MS && !deadline.didTimeout) break;
      posts.delete(post);
      if (post.isConnected) look(post);
      // After its latest moment one post must do; the others find theirs.
      if (deadline.didTimeout && deadline.timeRemaining() < LEAST_IDLE_MS) break;
    }
    if (posts.size) workSoon();
  }

  function workSoon() {
    if (timer === undefined && !signal.aborted) timer = setTimeout(askForTime, EVERY_MS);
  }

  function askForTime() {
    idle = view.requestIdleCallback(work, { timeout: LATEST_MS });
  }

  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(timer);
      view.cancelIdleCallback(idle);
    },
    { once: true },
  );
  return {
    take(changes) {
      for (const [node, isNew] of changes) nodes.set(node, isNew || (nodes.get(node) ?? false));
      workSoon();
    },
    takeAll() {
      nodes.set(document.documentElement, true);
      workSoon();
    },
    add(post) {
      posts.add(post);
      workSoon();
    },
  };
}

/** The posts that changed nodes are in, and those that new ones bring. */
function* postsIn(nodes: Changes, selector: string): Iterable<Element> {
  for (const [node, isNew] of nodes) {
    const element = node instanceof Element ? node : node.parentElement;
    const around = element?.closest(selector);
    if (around) yield around;
    if (isNew && element === node) yield* element.querySelectorAll(selector);
  }
}
