import { matchAuthors, type AuthorsDeps } from './authors.ts';

const RING = 'data-perch-live';
/** What a press on an avatar makes; of a ringed one's the page hears nothing. */
const PRESSES = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'touchstart', 'touchend', 'click'];

export interface RingsDeps extends AuthorsDeps {
  document: Document;
  /** Somebody on a stage has a post in the timeline. */
  onSeen(pid: string): void;
  /** The place is beside the avatar, in the window. */
  onOpen(spaceId: string, at: { x: number; y: number }): void;
}

export interface Rings {
  /** Draws or takes away the ring of a post's author. */
  look(post: Element): void;
  /** Takes away the rings whose Space is over. */
  prune(): void;
}

/** Rings round the avatars of those who are on a live stage. What is read of a post stays here. */
export function drawRings(deps: RingsDeps, signal: AbortSignal): Rings {
  const { site, document, live } = deps;
  const spaceOf = matchAuthors(deps);
  const ringed = new Map<Element, { post: Element; spaceId: string }>();

  function unring(avatar: Element) {
    ringed.delete(avatar);
    avatar.removeAttribute(RING);
  }

  function look(post: Element) {
    const space = spaceOf(post);
    const avatar = space && site.avatar(post);
    for (const [other, ring] of ringed) if (ring.post === post && other !== avatar) unring(other);
    if (!space || !avatar) return;
    deps.onSeen(space.pid);
    ringed.set(avatar, { post, spaceId: space.id });
    // Even the same value said again would have the page style and paint it anew.
    if (avatar.getAttribute(RING) !== site.ring) avatar.setAttribute(RING, site.ring);
  }

  function prune() {
    const alive = new Set([...live().values()].map(({ id }) => id));
    for (const [avatar, { spaceId }] of ringed) {
      if (!avatar.isConnected || !alive.has(spaceId)) unring(avatar);
    }
  }

  function handlePress(event: Event) {
    if (ringed.size === 0 || !event.isTrusted || !isPlain(event as MouseEvent)) return;
    const avatar = event
      .composedPath()
      .find((node) => node instanceof Element && ringed.has(node)) as Element;
    const ring = ringed.get(avatar);
    // The page may have put another author there in the meantime.
    if (!ring || spaceOf(ring.post)?.id !== ring.spaceId) return;
    event.stopImmediatePropagation();
    // Nor does the focus go to the page's link on the way.
    if (event.type === 'mousedown' || event.type === 'click') event.preventDefault();
    if (event.type !== 'click') return;
    const { right, top } = avatar.getBoundingClientRect();
    deps.onOpen(ring.spaceId, { x: right + 8, y: top });
  }

  const view = document.defaultView!;
  for (const type of PRESSES) {
    view.addEventListener(type, handlePress, { capture: true, passive: type.startsWith('touch'), signal });
  }
  signal.addEventListener('abort', () => [...ringed.keys()].forEach(unring), { once: true });
  return { look, prune };
}

/** Clicks that open a tab or a menu go to the page's own link. */
function isPlain({ button = 0, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;
}
