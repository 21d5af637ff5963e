/** What a press or a key in the bar makes; the page, whose posts are click targets, gets none of it. */
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

export interface BarHost {
  host: HTMLElement;
  shadow: ShadowRoot;
  /** Carries the colours, out of the reach of the page's style sheets. */
  paper: HTMLElement;
}

/** The element `perch-bar` with its closed root; not yet in the page. */
export function createBarHost(document: Document, css: string): BarHost {
  const host = document.createElement('perch-bar');
  for (const [name, value] of [
    ['all', 'initial'],
    ['display', 'block'],
    ['flex', 'none'],
    ['height', '76px'],
  ] as const) {
    host.style.setProperty(name, value, 'important');
  }
  const shadow = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shadow.adoptedStyleSheets = [sheet];
  const paper = document.createElement('div');
  paper.className = 'perch';
  shadow.append(paper);
  for (const type of KEPT) host.addEventListener(type, keep);
  return { host, shadow, paper };
}

function keep(event: Event) {
  event.stopPropagation();
  // The bar may stand inside a link.
  if (event.type === 'click') event.preventDefault();
}
