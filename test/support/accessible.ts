import type { CDPSession, Page, Protocol } from 'puppeteer-core';
import { until } from './until.ts';

/** What a person would look for: a role and an accessible name (whole, or a pattern). */
export interface Wanted {
  role: string;
  name: string | RegExp;
}

const INVENTORY_LINES = 40;

type AxNode = Protocol.Accessibility.AXNode;

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

const describe = ({ role, name }: Wanted) => `${role} "${String(name)}"`;

function matches(node: AxNode, { role, name }: Wanted): boolean {
  if (node.ignored || node.role?.value !== role) return false;
  const shown = String(node.name?.value ?? '');
  return typeof name === 'string' ? shown === name : name.test(shown);
}

async function tree(page: Page): Promise<AxNode[]> {
  const session = await accessibility(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes;
}

/** The node now, null when nothing there answers to it. */
export async function find(page: Page, wanted: Wanted): Promise<AxNode | null> {
  return (await tree(page)).find((node) => matches(node, wanted)) ?? null;
}

/** What an error says of the page as it was. */
async function inventory(page: Page): Promise<string> {
  const named = (await tree(page)).filter((node) => !node.ignored && node.name?.value);
  const lines = named.map((node) => `  ${node.role?.value} "${node.name?.value}"`);
  return `\nInstead, at ${page.url()}:\n${[...new Set(lines)].slice(0, INVENTORY_LINES).join('\n')}`;
}

export async function untilShown(page: Page, wanted: Wanted, withinMs?: number): Promise<AxNode> {
  return until(
    `${describe(wanted)} to be shown`,
    () => find(page, wanted),
    withinMs,
    () => inventory(page),
  );
}

export async function untilGone(page: Page, wanted: Wanted, withinMs?: number): Promise<void> {
  const look = async () => (await find(page, wanted)) === null;
  await until(`${describe(wanted)} to be gone`, look, withinMs, () => inventory(page));
}

/** Waits until some text that matches stands in the page, in shadow roots too. */
export async function untilText(page: Page, text: RegExp, withinMs?: number): Promise<string> {
  const look = async () => {
    const said = (await tree(page)).map((node) => String(node.name?.value ?? ''));
    return said.find((line) => text.test(line));
  };
  return until(`the text ${String(text)}`, look, withinMs, () => inventory(page));
}

export function property(node: AxNode, name: string): unknown {
  return node.properties?.find((one) => one.name === name)?.value.value;
}

/** The middle of the node in the page's viewport, after it was scrolled into sight. */
export async function middleOf(page: Page, node: AxNode): Promise<{ x: number; y: number }> {
  const session = await accessibility(page);
  const backendNodeId = node.backendDOMNodeId;
  await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
  const { quads } = await session.send('DOM.getContentQuads', { backendNodeId });
  const [x1 = 0, y1 = 0, , , x3 = 0, y3 = 0] = quads[0] ?? [];
  return { x: (x1 + x3) / 2, y: (y1 + y3) / 2 };
}

const isDisabled = (node: AxNode) => property(node, 'disabled') === true;

/** Waits until what is wanted is there and lets itself be used. */
export async function untilUsable(page: Page, wanted: Wanted): Promise<AxNode> {
  const look = async () => {
    const found = await find(page, wanted);
    return found !== null && !isDisabled(found) ? found : null;
  };
  return until(`${describe(wanted)} to be usable`, look, undefined, () => inventory(page));
}

/** Clicks with the real mouse in the middle of what is wanted, once it can be used; answers when (ms since the epoch). */
export async function click(page: Page, wanted: Wanted, { times = 1 } = {}): Promise<number> {
  const { x, y } = await middleOf(page, await untilUsable(page, wanted));
  const at = Date.now();
  await page.mouse.click(x, y, { count: times });
  return at;
}

export async function fill(page: Page, wanted: Wanted, text: string): Promise<void> {
  await click(page, wanted);
  await page.keyboard.type(text);
}
