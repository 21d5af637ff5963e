import { hashOfKey } from '#shared/schema/identity.ts';
import type { Site } from '../../sites/site.ts';
import { later } from './later.ts';
import type { LiveKeys, LiveSpace } from './live-keys.ts';

const RING = 'data-perch-live';
/** What a press on an avatar makes; of a ringed one's the page hears nothing. */
const PRESSES = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'touchstart', 'touchend', 'click'];

export interface RingsDeps {
  site: Site;
  document: Document;
  live(): LiveKeys;
  /** The keys of all who show themselves on the stage of a Space, from the Space itself; none when it does not answer. */
  confirm(spaceId: string): Promise<ReadonlySet<string>>;
  /** What names leave out, asked when the first of them is read. */
  domain(): Promise<string | null>;
  /** A post is to be looked at again: what was missing has come. */
  again(post: Element): void;
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
  const { site, document, live, again } = deps;
  const hashOf = later(hashOfKey);
  const domainOf = later(deps.domain);
  /** By Space and version, and what the version before it said until then. */
  const keysIn = later((name) => deps.confirm(name.split(' ')[0]!));
  const before = new Map<string, ReadonlySet<string>>();
  const ringed = new Map<Element, { post: Element; spaceId: string }>();

  /** Whoever is on a stage under this key; asked of the Space itself, since a card tells no more than a hash. */
  function shows(key: string, { id, v }: LiveSpace, onCome: () => void): boolean {
    const keys = keysIn(`${id} ${v}`, onCome);
    if (keys) before.set(id, keys);
    return before.get(id)?.has(key) ?? false;
  }

  function spaceOf(post: Element): LiveSpace | null {
    if (live().size === 0) return null;
    const onCome = () => again(post);
    const domain = site.hasLocalNames ? domainOf('', onCome) : null;
    for (const key of site.keys(post, domain ?? null)) {
      const space = live().get(hashOf(key, onCome) ?? '');
      if (space && shows(key, space, onCome)) return space;
    }
    return null;
  }

  function unring(avatar: Element) {
    ringed.delete(avatar);
    avatar.removeAttribute(RING);
  }

  function look(post: Element) {
    const space = spaceOf(post);
    const avatar = space && site.avatar(post);
    for (const [other, ring] of ringed) if (ring.post === post && other !== avatar) unring(other);
    if (!space || !avatar) return;
    ringed.set(avatar, { post, spaceId: space.id });
    avatar.setAttribute(RING, site.ring);
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
    if (event.type !== 'click') return;
    event.preventDefault();
    const { right, top } = avatar.getBoundingClientRect();
    deps.onOpen(ring.spaceId, { x: right + 8, y: top });
  }

  const view = document.defaultView!;
  for (const type of PRESSES) view.addEventListener(type, handlePress, { capture: true, signal });
  signal.addEventListener('abort', () => [...ringed.keys()].forEach(unring), { once: true });
  return { look, prune };
}

/** Clicks that open a tab or a menu go to the page's own link. */
function isPlain({ button = 0, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;
}
