import type { Accessible, BrowserElement, ChromeWindow, Context, EventUtils } from './chrome.ts';

declare const BrowsingContext: { getCurrentTopByBrowserId(id: number): Context | null };
declare const Cc: Record<
  string,
  { getService(kind: unknown): { getAccessibleFor(of: Element): Accessible } }
>;
declare const Ci: Record<string, Record<string, number>>;
declare const Services: {
  scriptloader: { loadSubScript(url: string, scope: object): void };
  ppmm: { loadProcessScript(url: string, alsoLater: boolean): void };
  wm: { getEnumerator(kind: string): Iterable<ChromeWindow> };
};
declare const ChromeUtils: {
  importESModule(url: string): { NavigableManager: { getBrowserById(id: string): BrowserElement | null } };
};

/** One thing in what assistive technology sees of a page; `handle` is good until the page is looked at again. */
export interface Seen {
  handle: string;
  parent: string | null;
  role: string;
  isText: boolean;
  name: string;
  value: string;
  /** Bits as Firefox has them. */
  states: number;
}

/** A place in one of Firefox's windows. */
interface Spot {
  window: ChromeWindow;
  x: number;
  y: number;
  isInPanel: boolean;
}

/** Runs in Firefox's own window, and so brings along all that it needs: looking at pages of any kind, and the hands of a person. */
export function createWindowTools(restSource: string) {
  const SCROLL_ANYWHERE = 6;
  const TEXT_LEAF = Ci['nsIAccessibleRole']!['ROLE_TEXT_LEAF'];
  const accessibility = Cc['@mozilla.org/accessibilityService;1']!.getService(Ci['nsIAccessibilityService']);
  const looks = new Map<number, { look: number; nodes: Accessible[] }>();
  const utils = new WeakMap<Window, EventUtils>();

  function contextOf(id: number): Context {
    const context = BrowsingContext.getCurrentTopByBrowserId(id);
    if (!context?.currentWindowGlobal) throw new Error(`There is no view ${id} any more`);
    return context;
  }
  const elementOf = (id: number) => contextOf(id).embedderElement;
  const windowOf = (id: number) => elementOf(id).ownerDocument.defaultView;

  /** As the page itself would, or with the rights of Firefox itself. */
  function runIn(id: number, source: string, args: unknown[], as: 'system' | null = null): Promise<unknown> {
    const actor = contextOf(id).currentWindowGlobal.getActor('MarionetteCommands');
    const options = { sandboxName: as, newSandbox: false, timeout: 60_000 };
    return actor.executeScript(`return (${source})(...arguments)`, args, options);
  }

  function utilsOf(window: Window): EventUtils {
    const known = utils.get(window);
    if (known) return known;
    const made = { window, parent: window, _EU_Ci: Ci, _EU_Cc: Cc };
    Services.scriptloader.loadSubScript('chrome://remote/content/external/EventUtils.js', made);
    const ready = made as unknown as EventUtils;
    utils.set(window, ready);
    return ready;
  }

  /** Answers once the page has had the event; a panel's page gets it without saying so. */
  function mouse(at: Spot, type: string, clickCount = 1): Promise<void> {
    const { window, x, y, isInPanel } = at;
    const { synthesizeMouseAtPoint: synthesize } = utilsOf(window);
    return new Promise((done) => {
      // What waits for an answer is aimed at the window alone, and would hit what lies behind a panel.
      synthesize(x, y, { type, clickCount, asyncEnabled: !isInPanel }, window, done);
      if (isInPanel) done();
    });
  }

  async function clickAt(at: Spot, times = 1): Promise<void> {
    await mouse(at, 'mousemove');
    for (let count = 1; count <= times; count += 1) {
      await mouse(at, 'mousedown', count);
      await mouse(at, 'mouseup', count);
    }
  }

  function spotIn(id: number, x: number, y: number): Spot {
    return { window: windowOf(id), x, y, isInPanel: elementOf(id).closest('panel') !== null };
  }

  function statesOf(node: Accessible): number {
    const state: { value?: number } = {};
    node.getState(state, {});
    return state.value ?? 0;
  }

  function accessibleOf(id: number, handle: string): Accessible {
    const [look, index] = handle.split('/').map(Number);
    const last = looks.get(id);
    if (last?.look !== look) throw new Error('detached: the page was looked at again');
    return last!.nodes[index!]!;
  }

  function boundsOf(node: Accessible, window: ChromeWindow) {
    const [x, y, width, height] = [{ value: 0 }, { value: 0 }, { value: 0 }, { value: 0 }];
    node.getBounds(x, y, width, height);
    const scale = window.devicePixelRatio;
    return {
      x: (x.value + width.value / 2) / scale - window.mozInnerScreenX,
      y: (y.value + height.value / 2) / scale - window.mozInnerScreenY,
    };
  }

  return {
    /** Runs a script in each of Firefox's processes, those that come later too. */
    inEachProcess: (url: string): void => Services.ppmm.loadProcessScript(url, true),

    /** The view that Puppeteer knows by this name. */
    viewOf(navigable: string): number {
      const { NavigableManager } = ChromeUtils.importESModule(
        'chrome://remote/content/shared/NavigableManager.sys.mjs',
      );
      const browser = NavigableManager.getBrowserById(navigable);
      if (!browser) throw new Error(`There is no page ${navigable}`);
      return browser.browserId;
    },

    /** Runs a function's source in the page of a view, as the page itself would. */
    evaluate: (id: number, source: string, args: unknown[]) => runIn(id, source, args),

    addressOf: (id: number): string => contextOf(id).currentWindowGlobal.documentURI.spec,
    isThere: (id: number): boolean => BrowsingContext.getCurrentTopByBrowserId(id) !== null,

    /** All that assistive technology sees of a view, closed shadow roots too, parents first. */
    look(id: number): Seen[] {
      const look = (looks.get(id)?.look ?? 0) + 1;
      const nodes: Accessible[] = [];
      looks.set(id, { look, nodes });
      const seen: Seen[] = [];
      const visit = (node: Accessible, parent: string | null) => {
        const handle = `${look}/${nodes.length}`;
        nodes.push(node);
        seen.push({
          handle,
          parent,
          role: node.computedARIARole,
          isText: node.role === TEXT_LEAF,
          name: node.name ?? '',
          value: node.value,
          states: statesOf(node),
        });
        for (let index = 0; index < node.childCount; index += 1) visit(node.getChildAt(index), handle);
      };
      visit(accessibility.getAccessibleFor(elementOf(id)), null);
      return seen;
    },

    /** The middle of what was seen, in the window, after it was scrolled into sight and the page came to rest. */
    async middleOf(id: number, handle: string): Promise<{ x: number; y: number }> {
      accessibleOf(id, handle).scrollTo(SCROLL_ANYWHERE);
      await runIn(id, restSource, [], 'system');
      return boundsOf(accessibleOf(id, handle), windowOf(id));
    },

    moveMouse: (id: number, x: number, y: number): Promise<void> => mouse(spotIn(id, x, y), 'mousemove'),
    click: (id: number, x: number, y: number, times: number): Promise<void> =>
      clickAt(spotIn(id, x, y), times),

    type: (id: number, text: string): void => utilsOf(windowOf(id)).sendString(text, windowOf(id)),
    press(id: number, key: string, shiftKey = false): void {
      const name = key.length === 1 ? key : `KEY_${key}`;
      utilsOf(windowOf(id)).synthesizeKey(name, { shiftKey }, windowOf(id));
    },

    /** Opens an address in a tab in front, as if it were typed. */
    openTab(url: string): number {
      const [window] = [...Services.wm.getEnumerator('navigator:browser')];
      const tab = window!.gBrowser.addTrustedTab(url);
      window!.gBrowser.selectedTab = tab;
      return tab.linkedBrowser.browserId;
    },

    bringToFront(id: number): void {
      const window = windowOf(id);
      const tab = window.gBrowser.getTabForBrowser(elementOf(id));
      if (tab) window.gBrowser.selectedTab = tab;
      window.focus();
    },

    /** Closes a view's tab, or the window that it has for itself. */
    close(id: number): void {
      const window = windowOf(id);
      const tab = window.gBrowser.getTabForBrowser(elementOf(id));
      if (window.gBrowser.tabs.length === 1) window.close();
      else if (tab) window.gBrowser.removeTab(tab);
    },

    /** The views of all tabs in all windows that show an address that begins so. */
    viewsAt(start: string): number[] {
      const windows = [...Services.wm.getEnumerator('navigator:browser')];
      const browsers = windows.flatMap(({ gBrowser }) =>
        gBrowser.tabs.map(({ linkedBrowser }) => linkedBrowser),
      );
      return browsers
        .filter(({ currentURI }) => currentURI.spec.startsWith(start))
        .map(({ browserId }) => browserId);
    },

    /** Clicks an element of Firefox's own window with the mouse. */
    clickOwn(element: Element): Promise<void> {
      const { x, y, width, height } = element.getBoundingClientRect();
      const window = element.ownerDocument.defaultView as unknown as ChromeWindow;
      const isInPanel = element.closest('panel') !== null;
      return clickAt({ window, x: x + width / 2, y: y + height / 2, isInPanel });
    },
  };
}

export type WindowTools = ReturnType<typeof createWindowTools>;
