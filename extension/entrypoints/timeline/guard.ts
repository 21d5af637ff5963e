/** KeePassXC's threshold against pages that fade what lies above them. */
const OPACITY_MIN = 0.7;
/** A page that moves us under the pointer gets no click out of it. */
export const STILL_MS = 300;

export interface Sight {
  isVisible: boolean;
  /** Product of the opacities from the host up to the root. */
  opacity: number;
  stillMs: number;
}

export interface Click {
  isTrusted: boolean;
  /** Whether our host is what lies on top where the click came down. */
  hitsHost: boolean;
}

/** Whether a person can see what they would click on. */
export function isInSight({ isVisible, opacity, stillMs }: Sight): boolean {
  return isVisible && opacity >= OPACITY_MIN && stillMs >= STILL_MS;
}

export function isMeant(click: Click, sight: Sight): boolean {
  return click.isTrusted && click.hitsHost && isInSight(sight);
}

export function opacityOf(element: Element): number {
  let product = 1;
  for (let node: Element | null = element; node; node = node.parentElement) {
    product *= Number.parseFloat(getComputedStyle(node).opacity || '1');
  }
  return product;
}

/** The point to test: where the pointer was, or the middle of the button that the keyboard pressed. */
export function pointOf(event: MouseEvent, button: Element): { x: number; y: number } {
  if (event.detail !== 0) return { x: event.clientX, y: event.clientY };
  const { left, top, width, height } = button.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
