/** What of Firefox's own insides the tools that run there use. */
export interface Accessible {
  readonly name: string | null;
  readonly value: string;
  readonly computedARIARole: string;
  readonly role: number;
  readonly childCount: number;
  getChildAt(index: number): Accessible;
  getState(state: Out, extra: Out): void;
  getBounds(x: Out, y: Out, width: Out, height: Out): void;
  scrollTo(how: number): void;
}
/** Where a function of Firefox's writes one of its answers. */
export interface Out {
  value?: number;
}

export interface ChromeWindow extends Window {
  gBrowser: {
    selectedTab: Element;
    selectedBrowser: BrowserElement;
    tabs: (Element & { linkedBrowser: BrowserElement })[];
    addTrustedTab(url: string): Element & { linkedBrowser: BrowserElement };
    getTabForBrowser(browser: BrowserElement): Element | undefined;
    removeTab(tab: Element): void;
  };
  mozInnerScreenX: number;
  mozInnerScreenY: number;
}

export interface BrowserElement extends Element {
  readonly ownerDocument: Document & { defaultView: ChromeWindow };
  browserId: number;
  browsingContext: Context | null;
  currentURI: { spec: string };
}

/** A browsing context. */
export interface Context {
  browserId: number;
  embedderElement: BrowserElement;
  currentURI: { spec: string };
  currentWindowGlobal: {
    documentURI: { spec: string };
    getActor(name: 'MarionetteCommands'): {
      executeScript(
        script: string,
        args: unknown[],
        options: { sandboxName: 'system' | null; newSandbox: boolean; timeout: number },
      ): Promise<unknown>;
    };
  };
}

/** A running extension. */
export interface RunningExtension {
  readonly id: string;
  readonly uuid: string;
  backgroundState: 'starting' | 'running' | 'suspending' | 'stopped';
  backgroundContext: { xulBrowser: BrowserElement } | undefined;
  terminateBackground(options?: { disableResetIdleForTest?: boolean }): Promise<void>;
  optionalOrigins: unknown;
}

export interface EventUtils {
  synthesizeMouseAtPoint(
    x: number,
    y: number,
    event: { type: string; clickCount?: number; asyncEnabled: boolean },
    window: Window,
    done: () => void,
  ): void;
  synthesizeKey(key: string, event: { shiftKey?: boolean }, window: Window): void;
  sendString(text: string, window: Window): void;
}
