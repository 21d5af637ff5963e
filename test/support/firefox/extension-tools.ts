import type { BrowserElement, ChromeWindow, RunningExtension } from './chrome.ts';
import type { WindowTools } from './window-tools.ts';

declare const WebExtensionPolicy: {
  getByID(id: string): { extension: RunningExtension; mozExtensionHostname: string } | null;
};
declare const ChromeUtils: {
  importESModule(url: string): {
    SitePermissions: {
      removeFromPrincipal(principal: unknown, kind: string, browser: BrowserElement): void;
    };
    CustomizableUI: { addWidgetToArea(widget: string, area: string): void };
    ExtensionPermissions: Record<
      'add' | 'remove',
      (
        id: string,
        what: { permissions: string[]; origins: string[] },
        extension: RunningExtension,
      ) => Promise<unknown>
    >;
  };
};
declare const Services: {
  wm: { getEnumerator(kind: string): Iterable<ChromeWindow> };
  prefs: Record<'setIntPref' | 'setBoolPref', (name: string, value: number | boolean) => void>;
  perms: {
    addFromPrincipal(principal: unknown, kind: string, action: number): void;
    removeFromPrincipal(principal: unknown, kind: string): void;
  };
  io: { newURI(url: string): unknown };
  scriptSecurityManager: { createContentPrincipal(uri: unknown, attributes: object): unknown };
};

/** Runs in Firefox's own window, and so brings along all that it needs: what a person and Firefox itself do with one extension. */
export function createExtensionTools(tools: WindowTools, extensionId: string) {
  const widgetId = `${extensionId.toLowerCase().replaceAll(/[^a-z0-9_-]/g, '_')}-browser-action`;
  const ALLOW = 1;
  const DENY = 2;

  function policy() {
    const found = WebExtensionPolicy.getByID(extensionId);
    if (!found) throw new Error(`${extensionId} is not installed`);
    return found;
  }
  const windows = () => [...Services.wm.getEnumerator('navigator:browser')];
  /** The window with tabs and tools; what the extension opens for itself has none. */
  const front = () => windows().find(({ toolbar }) => toolbar.visible)!;
  const QUESTION = '#notification-popup[panelopen="true"]';
  const asking = () => windows().find(({ document }) => document.querySelector(QUESTION));
  function principal() {
    const uri = Services.io.newURI(`moz-extension://${policy().mozExtensionHostname}`);
    return Services.scriptSecurityManager.createContentPrincipal(uri, {});
  }
  const popupIn = (window: ChromeWindow) =>
    window.document.querySelector<BrowserElement>(
      'panel[panelopen] .webextension-popup-browser, panel .webextension-popup-browser',
    );

  return {
    uuid: () => policy().mozExtensionHostname,

    /** Stands the icon in the toolbar, where a person would have pinned it. */
    pin(): void {
      const { CustomizableUI } = ChromeUtils.importESModule(
        'moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs',
      );
      CustomizableUI.addWidgetToArea(widgetId, 'nav-bar');
    },

    /** A true click on the toolbar icon of the window in front. */
    async clickIcon(): Promise<void> {
      const widget = front().document.getElementById(widgetId);
      const button = widget?.querySelector('.unified-extensions-item-action-button') ?? widget;
      if (!button) throw new Error('The icon is not in the toolbar');
      await tools.clickOwn(button);
    },

    /** The view of the popup that is open, once its page is there. */
    popup(): number | null {
      const browser = popupIn(front());
      const isOpen = browser?.closest('panel')?.getAttribute('panelopen') === 'true';
      const address = browser?.currentURI.spec ?? '';
      return isOpen && address.startsWith('moz-extension:') ? browser!.browserId : null;
    },

    closePopup(): void {
      const panel = popupIn(front())?.closest('panel') as
        | (Element & { hidePopup(): void })
        | null
        | undefined;
      panel?.hidePopup();
    },

    backgroundState: () => policy().extension.backgroundState,
    /** The view of the background page while it runs. */
    background: (): number | null => policy().extension.backgroundContext?.xulBrowser.browserId ?? null,
    /** Ends the background page at once, as Firefox does with one that idles. */
    endBackground: (): Promise<void> =>
      policy().extension.terminateBackground({ disableResetIdleForTest: true }),

    setPref(name: string, value: number | boolean): void {
      Services.prefs[typeof value === 'number' ? 'setIntPref' : 'setBoolPref'](name, value);
    },

    /** What Firefox remembers of the microphone for the extension's pages; `null` lets it ask. */
    setMicrophone(isAllowed: boolean | null): void {
      if (isAllowed === null) Services.perms.removeFromPrincipal(principal(), 'microphone');
      else Services.perms.addFromPrincipal(principal(), 'microphone', isAllowed ? ALLOW : DENY);
    },

    /** Gives or takes hosts, as the extension's page in Firefox's own settings does. */
    async setHosts(verb: 'add' | 'remove', origins: string[]): Promise<void> {
      const { ExtensionPermissions } = ChromeUtils.importESModule(
        'resource://gre/modules/ExtensionPermissions.sys.mjs',
      );
      await ExtensionPermissions[verb](extensionId, { permissions: [], origins }, policy().extension);
    },

    /** Whether a panel of Firefox's asks something now. */
    isAsking: () => asking() !== undefined,
    /** Answers the panel with its first or its second button; for this time only, after its ticked box was cleared. */
    async answer(isYes: boolean, { isForNow = false } = {}): Promise<void> {
      const part = (name: string) =>
        asking()?.document.querySelector(`${QUESTION} .popup-notification-${name}`);
      const button = part(isYes ? 'primary-button' : 'secondary-button');
      if (!button) throw new Error('Firefox asks nothing');
      if (isForNow) await tools.clickOwn(part('checkbox')!);
      await tools.clickOwn(button);
    },
    /** Whether the address bar of the tab in front has a crossed-out microphone, which takes a refusal back. */
    isCrossedOut: () =>
      front().document.querySelector('.blocked-permission-icon[data-permission-id="microphone"][showing]') !==
      null,
    /** Takes a refusal back, as its cross in the address bar's panel does. */
    takeBackRefusal(): void {
      const { SitePermissions } = ChromeUtils.importESModule('resource:///modules/SitePermissions.sys.mjs');
      for (const { gBrowser } of windows())
        for (const { linkedBrowser } of gBrowser.tabs)
          SitePermissions.removeFromPrincipal(principal(), 'microphone', linkedBrowser);
    },
  };
}

export type ExtensionTools = ReturnType<typeof createExtensionTools>;
