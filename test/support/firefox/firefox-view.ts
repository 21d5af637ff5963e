import type { AxNode, View } from '../view.ts';
import type { Firefox } from './firefox.ts';
import type { Seen } from './window-tools.ts';

const UNAVAILABLE = 0x1;
const FOCUSED = 0x4;
const PRESSED = 0x8;
const CHECKED = 0x10;
const EXPANDED = 0x200;

/** What Firefox sees, in Chromium's words. */
function nodeOf({ handle, parent, role, isText, name, value, states }: Seen): AxNode {
  const is = (state: number) => (states & state) !== 0;
  const named = (property: string, given: unknown) =>
    ({ name: property, value: { type: 'string', value: given } }) as NonNullable<
      AxNode['properties']
    >[number];
  return {
    nodeId: handle,
    ...(parent !== null && { parentId: parent }),
    ignored: role === '' && !isText,
    role: { type: 'role', value: isText ? 'StaticText' : role },
    name: { type: 'computedString', value: name },
    value: { type: 'string', value },
    properties: [
      named('disabled', is(UNAVAILABLE)),
      named('focused', is(FOCUSED)),
      named('pressed', String(is(PRESSED))),
      named('checked', String(is(CHECKED))),
      named('expanded', is(EXPANDED)),
    ],
  };
}

/** A view of Firefox's: a tab, the popup, or a window of the extension's. */
export function firefoxView(firefox: Firefox, id: number): View {
  const { window } = firefox;
  return {
    tree: async () => (await window.look(id)).map(nodeOf),
    middleOf: ({ nodeId }) => window.middleOf(id, nodeId),
    moveMouse: ({ x, y }) => window.moveMouse(id, x, y),
    clickAt: ({ x, y }, times) => window.click(id, x, y, times),
    type: (text) => window.type(id, text),
    press: (key) => window.press(id, key),
    address: () => window.addressOf(id),
    evaluate: (expression) => window.evaluate(id, `() => (${expression})`, []),
    bringToFront: () => window.bringToFront(id),
    close: () => window.close(id),
  };
}
