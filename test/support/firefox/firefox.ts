import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import * as v from 'valibot';
import { bidiTransport, SessionSchema } from './bidi-transport.ts';
import { createExtensionTools, type ExtensionTools } from './extension-tools.ts';
import { Marionette } from '../../../server/demo/firefox/marionette.ts';
import { INSTRUMENTS_SCRIPT } from './instruments.ts';
import { type FirefoxProcess, startFirefox } from './process.ts';
import { untilAtRest } from './until-at-rest.ts';
import { createWindowTools, type WindowTools } from './window-tools.ts';

const ResultSchema = v.object({ value: v.unknown() });
const AddonSchema = v.object({ value: v.string() });

const SESSION = { webSocketUrl: true, acceptInsecureCerts: true, unhandledPromptBehavior: 'ignore' };

type Tools = Record<string, (...args: never[]) => unknown>;
/** The same tools, called from here. */
type Remote<T extends Tools> = {
  [Name in keyof T]: (...args: Parameters<T[Name]>) => Promise<Awaited<ReturnType<T[Name]>>>;
};

/** A running Firefox: its pages by Puppeteer, all else of it by tools that run in its own window. */
export class Firefox {
  readonly browser: Browser;
  readonly window: Remote<WindowTools>;
  readonly #process: FirefoxProcess;
  readonly #marionette: Marionette;

  private constructor(process: FirefoxProcess, marionette: Marionette, browser: Browser) {
    this.#process = process;
    this.#marionette = marionette;
    this.browser = browser;
    this.window = this.#remote('windowTools');
  }

  static async start(path: string, prefs: Parameters<typeof startFirefox>[1] = {}): Promise<Firefox> {
    const process = await startFirefox(path, prefs);
    try {
      const marionette = await Marionette.connect(process.marionettePort);
      const session = v.parse(SessionSchema, await marionette.send('WebDriver:NewSession', SESSION));
      await marionette.send('Marionette:SetContext', { value: 'chrome' });
      const transport = await bidiTransport(session);
      const browser = await puppeteer.connect({
        transport,
        protocol: 'webDriverBiDi',
        defaultViewport: null,
      });
      const firefox = new Firefox(process, marionette, browser);
      const create = `(${createWindowTools})(${JSON.stringify(String(untilAtRest))})`;
      await firefox.#run(`globalThis.windowTools = ${create}`, []);
      await firefox.window.inEachProcess(INSTRUMENTS_SCRIPT);
      return firefox;
    } catch (error) {
      await process.kill();
      await process.ended();
      throw error;
    }
  }

  /** Installs an extension until Firefox ends, and answers its id and the tools for it. */
  async install(path: string): Promise<{ id: string; tools: Remote<ExtensionTools> }> {
    const answer = await this.#marionette.send('Addon:Install', { path, temporary: true });
    const { value: id } = v.parse(AddonSchema, answer);
    const create = `(${createExtensionTools})(windowTools, ${JSON.stringify(id)})`;
    await this.#run(`globalThis.extensionTools = ${create}`, []);
    return { id, tools: this.#remote('extensionTools') };
  }

  /** Runs a function or its source, which must bring along all that it needs, in a view. */
  async evaluate<Result, Args extends unknown[]>(
    view: number,
    run: string | ((...args: Args) => Result),
    args: Args,
  ): Promise<Awaited<Result>> {
    return (await this.window.evaluate(view, String(run), args)) as Awaited<Result>;
  }

  async viewOf(page: Page): Promise<number> {
    // Puppeteer keeps the browser's own name for a page to itself.
    const { _id: id } = page.mainFrame() as unknown as { _id: string };
    return this.window.viewOf(id);
  }

  async close(): Promise<void> {
    await this.#marionette.send('Marionette:Quit', { flags: ['eForceQuit'] });
    this.#marionette.close();
    await this.#process.ended();
  }

  /** SIGKILL of the browser; what it keeps is gone with it. */
  async kill(): Promise<void> {
    await this.#process.kill();
    this.#marionette.close();
    await this.#process.ended();
  }

  async #run(script: string, args: unknown[]): Promise<unknown> {
    const answer = await this.#marionette.send('WebDriver:ExecuteScript', {
      script,
      args,
      sandbox: 'system',
      newSandbox: false,
    });
    return v.parse(ResultSchema, answer).value;
  }

  #remote<T extends Tools>(name: string): Remote<T> {
    const call =
      (tool: string) =>
      (...args: unknown[]) =>
        this.#run(`return ${name}.${tool}(...arguments)`, args);
    return new Proxy({}, { get: (_, tool) => call(String(tool)) }) as Remote<T>;
  }
}
