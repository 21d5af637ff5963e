import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { TestProject } from 'vitest/node';
import { findBrowser } from '../../server/demo/browser.ts';
import { FIREFOX } from '../../server/demo/browser-kinds.ts';
import { ROOT } from '../../server/demo/child.ts';
import { findLiveKit } from '../../server/media/find-livekit.ts';
import { freePort } from '../../server/media/ports-in-use.ts';
import { BROWSERS } from './browsers.ts';
import { buildSites } from './sites/build-sites.ts';
import { buildWeb } from '../../server/web/build.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    browserPath: string;
    extensionPath: string;
    /** Empty where the tests leave Firefox out. */
    firefoxPath: string;
    firefoxExtensionPath: string;
    /** The folder of the built fixture sites. */
    sitesPath: string;
    /** The port that the built extension talks to. */
    serverPort: number;
  }
}

const OUTPUT = '.output/test';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Builds the extension for a server on `serverPort` into `output`; answers the folder that a browser loads. Not for the demo it is what people install. */
export async function buildExtension(
  serverPort: number,
  output: string,
  browser: 'chrome' | 'firefox' = 'chrome',
  { isDemo = true } = {},
): Promise<string> {
  const { NODE_ENV: _, VITEST: __, PERCH_DEMO: ___, ...env } = process.env;
  if (isDemo) env['PERCH_DEMO'] = '1';
  const child = spawn(process.execPath, [join(ROOT, 'test/support/build-extension.ts'), output, browser], {
    cwd: ROOT,
    env: { ...env, WXT_SERVER_URL: `http://localhost:${serverPort}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  if (child.exitCode !== 0) throw new Error(`The extension could not be built.\n${out}\n${err}`);
  return join(ROOT, output, `${browser}-mv3`);
}

interface Built {
  browserPath: string;
  extensionPath: string;
  firefoxPath: string;
  firefoxExtensionPath: string;
  sitesPath: string;
  serverPort: number;
}

/** Firefox and the extension for it, where the tests run there too. */
async function buildForFirefox(
  serverPort: number,
): Promise<Pick<Built, 'firefoxPath' | 'firefoxExtensionPath'>> {
  if (!BROWSERS.includes('firefox')) return { firefoxPath: '', firefoxExtensionPath: '' };
  const firefoxPath = await findBrowser(say, FIREFOX);
  say('Building the extension for Firefox');
  return { firefoxPath, firefoxExtensionPath: await buildExtension(serverPort, OUTPUT, 'firefox') };
}

async function build(): Promise<Built> {
  const browserPath = await findBrowser(say);
  say(`LiveKit is here: ${await findLiveKit(say)}`);
  const serverPort = await freePort();
  say('Building the extension');
  await buildWeb();
  const extensionPath = await buildExtension(serverPort, OUTPUT);
  // After the other: two builds at a time would write over each other's types.
  const firefox = await buildForFirefox(serverPort);
  return { browserPath, extensionPath, ...firefox, sitesPath: await buildSites(), serverPort };
}

/** Each project loads this file anew, and two builds in one folder would leave one of them with the other's address. */
const shared = globalThis as { perchBuilt?: Promise<Built> };

/** Finds or installs the browser and LiveKit, and builds the extension and the app of the pages once for all projects. */
export async function setup({ provide }: TestProject): Promise<void> {
  const built = await (shared.perchBuilt ??= build());
  provide('browserPath', built.browserPath);
  provide('extensionPath', built.extensionPath);
  provide('firefoxPath', built.firefoxPath);
  provide('firefoxExtensionPath', built.firefoxExtensionPath);
  provide('sitesPath', built.sitesPath);
  provide('serverPort', built.serverPort);
}
