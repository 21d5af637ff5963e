import { barColours, isDark } from '#shared/ui/colour.ts';
import { fontNear, pageColoursNear } from './page-colours.ts';

/** Gives the bar the colours and the font of its neighbours in the page. */
export function dress(paper: HTMLElement, near: Element): void {
  const page = pageColoursNear(near);
  paper.dataset.theme = isDark(page.background) ? 'dark' : 'light';
  for (const [name, value] of Object.entries(barColours(page))) paper.style.setProperty(name, value);
  paper.style.setProperty('--font', fontNear(near));
}

/** A page may say its theme first and draw it a little later. */
const LATER_MS = 250;

/** As `dress`, and again when the page has drawn its other theme and done fading to it. */
export function dressAfterFading(paper: HTMLElement, near: Element): void {
  dress(paper, near);
  requestAnimationFrame(() => dress(paper, near));
  setTimeout(() => dress(paper, near), LATER_MS);
  const fading: Promise<unknown>[] = [];
  for (let node: Element | null = near; node; node = node.parentElement) {
    fading.push(...node.getAnimations().map((animation) => animation.finished));
  }
  if (fading.length) void Promise.allSettled(fading).then(() => dress(paper, near));
}
