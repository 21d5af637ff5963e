import type { Page } from 'puppeteer-core';

/** What is put into a page to look at it; it must hold all that it calls. */
function install() {
  const CONTROLS = 'button, a[href], input, select, textarea, summary';
  const PARTS = [null, '::before', '::after'];
  const canvas = () => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = 'Canvas';
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  };
  const nameOf = (element: Element) =>
    `${element.tagName.toLowerCase()}.${element.className} "${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40)}"`;
  const placesOf = (root: ParentNode): ParentNode[] => [
    root,
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? placesOf(shadowRoot) : [])),
  ];
  const stylesOf = (element: Element) =>
    PARTS.map((part) => getComputedStyle(element, part)).filter(
      ({ content }, i) => i === 0 || content !== 'none',
    );
  const isDrawn = (width: string, line: string, colour: string) =>
    Number.parseFloat(width) >= 1 && line !== 'none' && colour !== canvas() && !/^rgba.*, 0\)$/.test(colour);
  const hasOutline = (element: Element) =>
    stylesOf(element).some((one) => isDrawn(one.outlineWidth, one.outlineStyle, one.outlineColor));
  const hasBorder = (element: Element) =>
    stylesOf(element).some((one) =>
      isDrawn(one.borderBlockEndWidth, one.borderBlockEndStyle, one.borderBlockEndColor),
    );
  /** What is seen of a control: an input that is drawn by its label lies unseen in it. */
  const seenOf = (control: Element) => {
    const isUnseen = getComputedStyle(control).opacity === '0' || control.getBoundingClientRect().width < 2;
    return (isUnseen && control.closest('label')) || control;
  };
  const isShown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width >= 2;
  const isNative = (element: Element) =>
    element.matches('input, select, textarea') && getComputedStyle(element).appearance !== 'none';
  const isLink = (element: Element) =>
    element.matches('a') && getComputedStyle(element).color !== getComputedStyle(document.body).color;
  const focused = (root: Document | ShadowRoot): Element | null => {
    const { activeElement } = root;
    return activeElement?.shadowRoot ? focused(activeElement.shadowRoot) : activeElement;
  };
  const partsOf = (element: Element): unknown[] => [
    element.matches('svg') ? element.innerHTML : null,
    ...stylesOf(element).map((one) => [
      one.borderBlockEndWidth,
      one.borderBlockEndStyle,
      hasOutline(element),
      one.opacity,
      one.translate,
    ]),
    ...[...element.children].map(partsOf),
  ];
  Object.assign(globalThis, {
    controlsWithoutEdge: () =>
      placesOf(document)
        .flatMap((place) => [...place.querySelectorAll(CONTROLS)])
        .map(seenOf)
        .filter(isShown)
        .filter((one) => !isNative(one) && !isLink(one) && !hasBorder(one) && !hasOutline(one))
        .map(nameOf),
    focusedControl() {
      const control = focused(document);
      if (!control || control === document.body) return null;
      return { name: nameOf(control), hasRing: hasOutline(seenOf(control)) };
    },
    shapeOf: (selector: string) => {
      const found = placesOf(document)
        .map((place) => place.querySelector(selector))
        .find(Boolean);
      return found ? JSON.stringify(partsOf(found)) : null;
    },
  });
}

/** Takes the page's colours away, as a system with high contrast does, and makes it ready to be looked at. */
export async function forceColours(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'forced-colors', value: 'active' },
      { name: 'prefers-color-scheme', value: 'dark' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  });
  await page.evaluate(install);
}

/** Controls that nothing tells from the text around them. */
export async function controlsWithoutEdge(page: Page): Promise<string[]> {
  return (await page.evaluate('controlsWithoutEdge()')) as string[];
}

const MANY = 200;

/** Goes through the page by Tab; answers how many controls there are, and which of them show no ring. */
export async function controlsWithoutRing(page: Page): Promise<{ seen: number; without: string[] }> {
  let seen = 0;
  const without: string[] = [];
  for (let i = 0; i < MANY; i++) {
    await page.keyboard.press('Tab');
    const control = (await page.evaluate('focusedControl()')) as { name: string; hasRing: boolean } | null;
    if (!control) break;
    seen++;
    if (!control.hasRing) without.push(control.name);
  }
  return { seen, without };
}

/** What is drawn of the first that fits, but for its colours and its text. */
export async function shapeOf(page: Page, selector: string): Promise<string | null> {
  return (await page.evaluate(`shapeOf(${JSON.stringify(selector)})`)) as string | null;
}
