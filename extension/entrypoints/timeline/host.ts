import { effect, type ReadonlySignal } from '@preact/signals';
import { directionOf, type Catalogue } from '#shared/words/words.ts';

/** What a press or a key in an element of ours makes; the page, whose posts are click targets, gets none of it. */
const KEPT = [
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'touchstart',
  'touchend',
  'keydown',
  'keyup',
  'keypress',
  'input',
  'change',
  'focusin',
  'focusout',
  'dragstart',
] as const;

export interface Host {
  host: HTMLElement;
  shadow: ShadowRoot;
  /** Carries the colours, out of the reach of the page's style sheets. */
  paper: HTMLElement;
}

/** The style sheet of all our elements in one page. */
export function createSheet(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

/** One of our elements with its closed root; not yet in the page. Until the signal aborts it runs as our language does, whatever the page's does. */
export function createHost(
  name: 'perch-bar' | 'perch-card',
  { sheet, catalogue }: { sheet: CSSStyleSheet; catalogue: ReadonlySignal<Catalogue> },
  until: AbortSignal,
): Host {
  const host = document.createElement(name);
  setStyle(host, { all: 'initial', display: 'block', flex: 'none' });
  const shadow = host.attachShadow({ mode: 'closed' });
  shadow.adoptedStyleSheets = [sheet];
  const paper = document.createElement('div');
  paper.className = 'perch';
  shadow.append(paper);
  const stop = effect(() => {
    paper.lang = catalogue.value.language;
    paper.dir = directionOf(paper.lang);
  });
  until.addEventListener('abort', stop);
  for (const type of KEPT) host.addEventListener(type, keep);
  return { host, shadow, paper };
}

/** Over whatever the page's own sheets say. */
export function setStyle(host: HTMLElement, style: Record<string, string>): void {
  for (const [name, value] of Object.entries(style)) host.style.setProperty(name, value, 'important');
}

function keep(event: Event) {
  event.stopPropagation();
  // We may stand inside a link.
  if (event.type === 'click') event.preventDefault();
}
