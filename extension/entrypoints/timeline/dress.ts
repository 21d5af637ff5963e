import { barColours, isDark } from '#shared/ui/colour.ts';
import { fontNear, pageColoursNear } from './page-colours.ts';

/** Gives the bar the colours and the font of its neighbours in the page. */
export function dress(paper: HTMLElement, near: Element): void {
  const page = pageColoursNear(near);
  paper.dataset.theme = isDark(page.background) ? 'dark' : 'light';
  for (const [name, value] of Object.entries(barColours(page))) paper.style.setProperty(name, value);
  paper.style.setProperty('--font', fontNear(near));
}

/** As `dress`, and once more when the page has done fading from one theme to the other. */
export function dressAfterFading(paper: HTMLElement, near: Element): void {
  dress(paper, near);
  const fading: Promise<unknown>[] = [];
  for (let node: Element | null = near; node; node = node.parentElement) {
    fading.push(...node.getAnimations().map((animation) => animation.finished));
  }
  if (fading.length) void Promise.allSettled(fading).then(() => dress(paper, near));
}
