import type { Page, Protocol } from 'puppeteer-core';

/** One thing that assistive technology sees; the words are Chromium's in every browser. */
export type AxNode = Protocol.Accessibility.AXNode;

export interface Point {
  x: number;
  y: number;
}

/** Where a person looks and acts: a page of any kind, in any browser. */
export interface View {
  /** All that assistive technology sees, closed shadow roots too, parents before children. */
  tree(): Promise<AxNode[]>;
  /** The middle of a node after it was scrolled into sight; rejects with `detached` when it is drawn anew. */
  middleOf(node: AxNode): Promise<Point>;
  moveMouse(point: Point): Promise<void>;
  clickAt(point: Point, times: number): Promise<void>;
  type(text: string): Promise<void>;
  press(key: 'Enter' | 'Escape' | 'Tab' | 'ArrowDown' | 'ArrowUp'): Promise<void>;
  address(): Promise<string>;
  /** The value of an expression in the page, awaited. */
  evaluate(expression: string): Promise<unknown>;
  bringToFront(): Promise<void>;
  close(): Promise<void>;
}

/** A page by Puppeteer, or what Puppeteer cannot reach. */
export type Screen = Page | View;

const views = new WeakMap<Page, View>();

/** Lets a page of Puppeteer's be looked at by other means than Chromium's. */
export function lookAtBy(page: Page, view: View): void {
  views.set(page, view);
}

export function viewOf(screen: Screen, orElse: (page: Page) => View): View {
  if ('tree' in screen) return screen;
  const view = views.get(screen) ?? orElse(screen);
  views.set(screen, view);
  return view;
}
