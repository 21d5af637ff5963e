import type { Browser, Page } from 'puppeteer-core';
import { inject } from 'vitest';
import type { Person } from '../person.ts';
import { Ear } from '../sound.ts';
import { until } from '../until.ts';
import { lookAtBy, type View } from '../view.ts';
import { Firefox } from './firefox.ts';
import { firefoxPlace } from './firefox-place.ts';
import { firefoxView } from './firefox-view.ts';

export interface FirefoxOptions {
  /** Allowed without a question by default; `ask` shows Firefox's panel. The fake microphone hums without a break. */
  microphone?: 'granted' | 'ask';
  prefs?: Readonly<Record<string, string | number | boolean>>;
  /** Where the browser and the built extension are; a test run knows both. */
  firefoxPath?: string;
  extensionPath?: string;
}

type ExtensionTools = Awaited<ReturnType<Firefox['install']>>['tools'];

/** One person's browser: a fresh profile of Firefox with the production build of the extension. */
export class FirefoxProfile implements Person<View> {
  readonly firefox: Firefox;
  readonly browser: Browser;
  /** What a person and Firefox itself do with the extension. */
  readonly extension: ExtensionTools;
  readonly #uuid: string;

  constructor(firefox: Firefox, extension: ExtensionTools, uuid: string) {
    this.firefox = firefox;
    this.browser = firefox.browser;
    this.extension = extension;
    this.#uuid = uuid;
  }

  address(path: string): string {
    return `moz-extension://${this.#uuid}/${path}`;
  }

  async open(url: string): Promise<Page> {
    const page = await this.browser.newPage();
    lookAtBy(page, firefoxView(this.firefox, await this.firefox.viewOf(page)));
    await page.goto(url);
    return page;
  }

  async openOwn(path: string): Promise<View> {
    const id = await this.firefox.window.openTab(this.address(path));
    const view = firefoxView(this.firefox, id);
    await until(`${path} to be open`, async () => (await view.address()).startsWith(this.address('')));
    return view;
  }

  async openPopup(page: Page): Promise<View> {
    await this.closePopup();
    await this.firefox.window.bringToFront(await this.firefox.viewOf(page));
    await this.extension.clickIcon();
    return this.openedPopup();
  }

  async popup(): Promise<View | null> {
    const id = await this.extension.popup();
    return id === null ? null : firefoxView(this.firefox, id);
  }

  /** The popup that is open, or that Perch opens by itself. */
  async openedPopup(): Promise<View> {
    return firefoxView(this.firefox, await until('the popup', () => this.extension.popup()));
  }

  async closePopup(): Promise<void> {
    await this.extension.closePopup();
    await until('the popup to be gone', async () => (await this.extension.popup()) === null);
  }

  /** A page of the extension's that it has opened by itself, in a tab or a window of its own. */
  async opened(path: string): Promise<View> {
    const [id] = await until(`${path} to be open`, async () => {
      const found = await this.firefox.window.viewsAt(this.address(path));
      return found.length > 0 && found;
    });
    return firefoxView(this.firefox, id!);
  }

  stage(): Promise<View> {
    return this.opened('stage.html');
  }

  async endBackground(): Promise<void> {
    await this.extension.endBackground();
    await until('the background to be gone', async () => (await this.extension.background()) === null);
  }

  async isOpen(path: string): Promise<boolean> {
    return (await this.firefox.window.viewsAt(this.address(path))).length > 0;
  }

  /** At the stage window while there is one, else at the background page. */
  async listen(): Promise<Ear> {
    const [stage] = await this.firefox.window.viewsAt(this.address('stage.html'));
    const view = stage ?? (await until('the background page', () => this.extension.background()));
    return new Ear(firefoxPlace(this.firefox, view));
  }

  close(): Promise<void> {
    return this.firefox.close();
  }
}

/** Starts Firefox with a fresh profile, the extension installed and its icon in the toolbar. */
export async function launchFirefox({
  microphone = 'granted',
  prefs,
  firefoxPath = inject('firefoxPath'),
  extensionPath = inject('firefoxExtensionPath'),
}: FirefoxOptions = {}): Promise<FirefoxProfile> {
  const firefox = await Firefox.start(firefoxPath, {
    'media.navigator.permission.disabled': microphone === 'granted',
    ...prefs,
  });
  try {
    const { tools } = await firefox.install(extensionPath);
    await tools.pin();
    return new FirefoxProfile(firefox, tools, await tools.uuid());
  } catch (error) {
    await firefox.kill();
    throw error;
  }
}
