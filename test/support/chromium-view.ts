import type { CDPSession, Page } from 'puppeteer-core';
import type { AxNode, View } from './view.ts';

const sessions = new WeakMap<Page, Promise<CDPSession>>();

async function openSession(page: Page): Promise<CDPSession> {
  const session = await page.createCDPSession();
  await session.send('DOM.enable');
  await session.send('Accessibility.enable');
  return session;
}

/** A session whose accessibility tree reaches into closed shadow roots, as assistive technology does. */
export function accessibility(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? openSession(page);
  sessions.set(page, session);
  return session;
}

async function middleOf(page: Page, { backendDOMNodeId: backendNodeId }: AxNode) {
  const session = await accessibility(page);
  await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
  const { quads } = await session.send('DOM.getContentQuads', { backendNodeId });
  const [x1 = 0, y1 = 0, , , x3 = 0, y3 = 0] = quads[0] ?? [];
  return { x: (x1 + x3) / 2, y: (y1 + y3) / 2 };
}

/** A page of Chromium's. */
export function chromiumView(page: Page): View {
  return {
    async tree() {
      const session = await accessibility(page);
      return (await session.send('Accessibility.getFullAXTree')).nodes;
    },
    middleOf: (node) => middleOf(page, node),
    moveMouse: ({ x, y }) => page.mouse.move(x, y),
    clickAt: ({ x, y }, count) => page.mouse.click(x, y, { count }),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    address: async () => page.url(),
    evaluate: (expression) => page.evaluate(expression),
    bringToFront: () => page.bringToFront(),
    close: () => page.close(),
  };
}
