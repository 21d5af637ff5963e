import { chromiumView } from './chromium-view.ts';
import { until } from './until.ts';
import { type AxNode, type Point, type Screen, type View, viewOf } from './view.ts';

/** What a person would look for: a role and an accessible name (whole, or a pattern). */
export interface Wanted {
  role: string;
  name: string | RegExp;
  /** What it stands in: of this role, with this text somewhere inside. */
  inside?: { role: string; text: string | RegExp };
}

const INVENTORY_LINES = 40;

const looked = (screen: Screen): View => viewOf(screen, chromiumView);

function describe({ role, name, inside }: Wanted): string {
  const place = inside ? ` in ${inside.role} with "${String(inside.text)}"` : '';
  return `${role} "${String(name)}"${place}`;
}

const nameOf = (node: AxNode) => String(node.name?.value ?? '');
const fits = (text: string, wanted: string | RegExp) =>
  typeof wanted === 'string' ? text === wanted : wanted.test(text);

/** All that is said inside a node, each piece by itself. */
function textsIn(nodes: AxNode[], node: AxNode): string[] {
  const own = node.role?.value === 'StaticText' ? [nameOf(node)] : [];
  const children = nodes.filter(({ parentId }) => parentId === node.nodeId);
  return [...own, ...children.flatMap((child) => textsIn(nodes, child))];
}

function standsIn(nodes: AxNode[], node: AxNode, inside: NonNullable<Wanted['inside']>): boolean {
  const parent = nodes.find(({ nodeId }) => nodeId === node.parentId);
  if (!parent) return false;
  const isIt =
    parent.role?.value === inside.role && textsIn(nodes, parent).some((text) => fits(text, inside.text));
  return isIt || standsIn(nodes, parent, inside);
}

function matches(nodes: AxNode[], node: AxNode, { role, name, inside }: Wanted): boolean {
  if (node.ignored || node.role?.value !== role || !fits(nameOf(node), name)) return false;
  return inside === undefined || standsIn(nodes, node, inside);
}

const tree = (screen: Screen): Promise<AxNode[]> => looked(screen).tree();

/** The node now, null when nothing there answers to it. */
export async function find(page: Screen, wanted: Wanted): Promise<AxNode | null> {
  const nodes = await tree(page);
  return nodes.find((node) => matches(nodes, node, wanted)) ?? null;
}

/** What each item of a list says, in order; null when there is no such list. */
export async function itemsOf(page: Screen, list: string): Promise<string[] | null> {
  const nodes = await tree(page);
  const found = nodes.find((node) => matches(nodes, node, { role: 'list', name: list }));
  if (!found) return null;
  const items = nodes.filter(({ parentId, role }) => parentId === found.nodeId && role?.value === 'listitem');
  return items.map((item) => textsIn(nodes, item).join(' '));
}

/** What an error says of the page as it was. */
async function inventory(page: Screen): Promise<string> {
  const named = (await tree(page)).filter((node) => !node.ignored && node.name?.value);
  const lines = named.map((node) => `  ${node.role?.value} "${node.name?.value}"`);
  return `\nInstead, at ${await looked(page).address()}:\n${[...new Set(lines)].slice(0, INVENTORY_LINES).join('\n')}`;
}

export async function untilShown(page: Screen, wanted: Wanted, withinMs?: number): Promise<AxNode> {
  return until(
    `${describe(wanted)} to be shown`,
    () => find(page, wanted),
    withinMs,
    () => inventory(page),
  );
}

export async function untilGone(page: Screen, wanted: Wanted, withinMs?: number): Promise<void> {
  const look = async () => (await find(page, wanted)) === null;
  await until(`${describe(wanted)} to be gone`, look, withinMs, () => inventory(page));
}

/** Waits until some text that matches stands in the page, in shadow roots too. */
export async function untilText(page: Screen, text: RegExp, withinMs?: number): Promise<string> {
  const look = async () => {
    const said = (await tree(page)).map(nameOf);
    return said.find((line) => text.test(line));
  };
  return until(`the text ${String(text)}`, look, withinMs, () => inventory(page));
}

export function property(node: AxNode, name: string): unknown {
  return node.properties?.find((one) => one.name === name)?.value.value;
}

/** The middle of the node in the page's viewport, after it was scrolled into sight. */
export function middleOf(page: Screen, node: AxNode): Promise<Point> {
  return looked(page).middleOf(node);
}

const isDisabled = (node: AxNode) => property(node, 'disabled') === true;

/** Waits until what is wanted is there and lets itself be used. */
export async function untilUsable(page: Screen, wanted: Wanted): Promise<AxNode> {
  const look = async () => {
    const found = await find(page, wanted);
    return found !== null && !isDisabled(found) ? found : null;
  };
  return until(`${describe(wanted)} to be usable`, look, undefined, () => inventory(page));
}

/** What was found is drawn anew before it was measured: then there is another one to find. */
function orGone(error: unknown): null {
  if (/detached|layout object|find node/.test((error as Error).message)) return null;
  throw error;
}

/** The middle of what is wanted, once it can be used and stands still. */
async function untilStill(page: Screen, wanted: Wanted): Promise<Point> {
  let last = { x: NaN, y: NaN };
  return until(`${describe(wanted)} to stand still`, async () => {
    const { x, y } = last;
    const now = await middleOf(page, await untilUsable(page, wanted)).catch(orGone);
    if (!now) return false;
    last = now;
    return last.x === x && last.y === y && last;
  });
}

/** Lays the real mouse on what is wanted, and lets it rest there; answers since when (ms since the epoch). */
export async function hover(page: Screen, wanted: Wanted): Promise<number> {
  await looked(page).moveMouse(await untilStill(page, wanted));
  return Date.now();
}

/** Clicks with the real mouse in the middle of what is wanted, once it can be used; answers when (ms since the epoch). */
export async function click(page: Screen, wanted: Wanted, { times = 1 } = {}): Promise<number> {
  const point = await untilStill(page, wanted);
  const at = Date.now();
  await looked(page).clickAt(point, times);
  return at;
}

/** Clicks what may close its page before the button is up again. */
export async function clickAway(page: Screen, wanted: Wanted): Promise<void> {
  await click(page, wanted).catch((error: unknown) => {
    if ((error as Error).name !== 'TargetCloseError') throw error;
  });
}

export async function fill(page: Screen, wanted: Wanted, text: string): Promise<void> {
  await click(page, wanted);
  await looked(page).type(text);
}

/** Writes in the place of what stood in a field of one line. */
export async function fillAnew(page: Screen, wanted: Wanted, text: string): Promise<void> {
  await click(page, wanted, { times: 3 });
  await looked(page).type(text);
}
