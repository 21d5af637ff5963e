import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, {
  type Browser,
  type CDPSession,
  type Extension,
  type Page,
  type Target,
} from 'puppeteer-core';
import { inject } from 'vitest';
import type { Person } from './person.ts';
import { Ear } from './sound.ts';
import { until } from './until.ts';
import { writeLeft, writeSilence, writeVoice } from './voice.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--mute-audio',
  '--lang=en-US',
  '--use-fake-device-for-media-stream',
];

export interface ProfileOptions {
  /** `granted` answers every prompt with yes before it is asked, `prompted` once it is asked; `ask` leaves the question open. */
  microphone?: 'granted' | 'prompted' | 'ask';
  /** What the microphone hears: `beeps` with pauses between, a `voice` without any, one from the `left` alone, or `silence`. */
  sound?: 'beeps' | 'voice' | 'left' | 'silence';
  /** The folder of a profile that was there before. */
  folder?: string;
  /** Where the browser and the built extension are; a test run knows both. */
  browserPath?: string;
  extensionPath?: string;
  flags?: readonly string[];
  /** Tabs that play count as audible, as in a person's own browser; what is muted on the command line never does. */
  isAudible?: boolean;
  /** The browser keeps what the extension was allowed over a restart, as it does for one from a store. */
  isKept?: boolean;
}

/** One person's browser: a fresh profile of Chromium with the production build of the extension. */
export class Profile implements Person<Page> {
  readonly browser: Browser;
  readonly extension: Extension;
  readonly folder: string;

  constructor(browser: Browser, extension: Extension, folder: string) {
    this.browser = browser;
    this.extension = extension;
    this.folder = folder;
  }

  address(path: string): string {
    return `chrome-extension://${this.extension.id}/${path}`;
  }

  async open(url: string): Promise<Page> {
    const page = await this.browser.newPage();
    await page.goto(url);
    return page;
  }

  openOwn(path: string): Promise<Page> {
    return this.open(this.address(path));
  }

  async openPopup(page: Page): Promise<Page> {
    await this.closePopup();
    await page.bringToFront();
    await this.extension.triggerAction(page);
    return this.openedPopup();
  }

  async popup(): Promise<Page | null> {
    return this.target('popup.html')?.asPage() ?? null;
  }

  /** The popup that is open, or that Perch opens by itself. */
  async openedPopup(): Promise<Page> {
    const target = await until('the popup', async () => this.target('popup.html'));
    return target.asPage();
  }

  async closePopup(): Promise<void> {
    const open = this.target('popup.html');
    if (open === undefined) return;
    await (await open.asPage()).close();
    await until('the popup to be gone', async () => this.target('popup.html') !== open);
  }

  target(file: string): Target | undefined {
    return this.browser.targets().find((target) => target.url().startsWith(this.address(file)));
  }

  worker(): Target | undefined {
    return this.browser
      .targets()
      .find((target) => target.type() === 'service_worker' && target.url().startsWith(this.address('')));
  }

  /** Stops the extension's service worker and waits until it is gone. */
  async stopWorker(page: Page): Promise<void> {
    const before = await until('a worker to stop', async () => this.worker());
    const session = await page.createCDPSession();
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await until('the worker to be gone', async () => this.worker() !== before);
    await session.detach();
  }

  /** The media host's session, once it stands. */
  async mediaHost(): Promise<CDPSession> {
    const target = await until('the media host', async () => this.target('offscreen.html'));
    return target.createCDPSession();
  }

  stage(page: Page): Promise<Page> {
    return this.openPopup(page);
  }

  endBackground(page: Page): Promise<void> {
    return this.stopWorker(page);
  }

  async listen(): Promise<Ear> {
    return new Ear(await this.mediaHost());
  }

  /** SIGKILL of the browser; what it keeps stays in its folder. */
  async kill(): Promise<void> {
    const process = this.browser.process()!;
    const ended = once(process, 'exit');
    process.kill('SIGKILL');
    await ended;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const WRITERS = { voice: writeVoice, left: writeLeft, silence: writeSilence };

const MICROPHONE_FLAGS = {
  granted: ['--use-fake-ui-for-media-stream'],
  prompted: ['--auto-accept-camera-and-microphone-capture'],
  ask: [],
};

async function microphoneFlags(folder: string, { microphone, sound }: ProfileOptions): Promise<string[]> {
  const flags = MICROPHONE_FLAGS[microphone ?? 'granted'];
  if (sound === undefined || sound === 'beeps') return flags;
  const file = join(folder, `${sound}.wav`);
  await WRITERS[sound](file);
  return [...flags, `--use-file-for-fake-audio-capture=${file}`];
}

/** A browser of nobody in particular: a fresh profile, with the extensions that are given. */
async function launch(
  {
    microphone = 'granted',
    sound = 'beeps',
    browserPath = inject('browserPath'),
    folder: kept,
    flags = [],
    isAudible = false,
    isKept = false,
  }: ProfileOptions,
  extensions: string[],
): Promise<{ browser: Browser; folder: string }> {
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'perch-profile-')));
  const loading = isKept ? extensions.map((path) => `--load-extension=${path}`) : [];
  const browser = await puppeteer.launch({
    executablePath: browserPath,
    userDataDir: folder,
    pipe: true,
    headless: true,
    // Puppeteer would mute a headless browser by itself; this takes our own flag away as well.
    ignoreDefaultArgs: isAudible ? ['--mute-audio'] : [],
    enableExtensions: isKept ? [] : extensions,
    defaultViewport: { width: 1280, height: 900 },
    args: [...FLAGS, ...flags, ...loading, ...(await microphoneFlags(folder, { microphone, sound }))],
  });
  return { browser, folder };
}

export async function launchProfile(options: ProfileOptions = {}): Promise<Profile> {
  const { browser, folder } = await launch(options, [options.extensionPath ?? inject('extensionPath')]);
  const extension = await until('the extension', async () => {
    const [found] = (await browser.extensions()).values();
    return found;
  });
  return new Profile(browser, extension, folder);
}

/** A browser that has no Perch. */
export interface PlainBrowser {
  browser: Browser;
  close(): Promise<void>;
}

export async function launchPlain(options: ProfileOptions = {}): Promise<PlainBrowser> {
  const { browser, folder } = await launch(options, []);
  return {
    browser,
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
