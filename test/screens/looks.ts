import type { Shot } from './shots.ts';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What is shown: a place of the extension, or a page of the server. */
export type Kind =
  | 'popup'
  | 'bar'
  | 'posts'
  | 'options'
  | 'microphone'
  | 'window'
  | 'page'
  | 'frame'
  | 'moderation'
  | 'welcome'
  | 'privacy';

/** What stands in a narrow and in a wide place; other pages are taken as wide as they say. */
const WIDTHS: Partial<Record<Kind, readonly number[]>> = {
  popup: [320, 560],
  bar: [360, 680],
  posts: [360, 680],
  options: [360, 720],
  microphone: [360, 720],
  window: [320, 400],
};

export function widthsOf({ kind, width }: Shot): readonly number[] {
  return WIDTHS[kind] ?? [width];
}
