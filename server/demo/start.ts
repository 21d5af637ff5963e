import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Config, readConfig } from '../config.ts';
import { findLiveKit } from '../media/find-livekit.ts';
import { onStopSignals } from '../stop-signals.ts';
import { CHROMIUM } from './browser-kinds.ts';
import { findBrowser } from './browser.ts';
import { buildExtension } from './build-extension.ts';
import { failWhenOver, ROOT, SaidAlready, startProgram, stopChild } from './child.ts';
import { lanAddress } from './lan-address.ts';
import { isWithoutSandbox } from './open-browser.ts';
import { isPortFree } from './port.ts';
import { meetFirefox, type Program, programNamed } from './programs.ts';

const HELP = `npm start                       Perch with a demo timeline, a Space that is live, and Chromium to try it in
npm start -- --browser firefox  the same in Firefox
npm run dev                     the same in Chromium, and the extension is built again as you type
npm start -- --help             this text

It finds or builds LiveKit, builds the extension, starts the server and opens the browser. Ctrl-C stops all of it.
PORT=8790              the port of the server
DATA_DIR=FOLDER        where the database, LiveKit's keys and the browser's profile are kept
CHROME_PATH=FILE       the Chromium to open, FIREFOX_PATH=FILE the Firefox
LIVEKIT_TCP_PORT=7881  media over TCP, LIVEKIT_UDP_PORT=7882 media over UDP
`;

const ALONE =
  'This machine is in no network, and sound needs one even from here to here: you will find no Space, and hear nobody. Join a network and start again.';

const GRACE_MS = 15_000;
const READY_POLL_MS = 200;
const READY_WITHIN_MS = 60_000;
const DEV_OUTPUT = join(ROOT, '.output/chrome-mv3-dev');

const started = Date.now();
const children: { child: ChildProcess; graceMs: number }[] = [];
let isStopping = false;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function step(line: string): void {
  say(`[${String(Math.round((Date.now() - started) / 1000)).padStart(3)} s] ${line}`);
}

/** Stops what was started, last first, so that the host can still end its Space. */
async function stopAll(code: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  for (const { child, graceMs } of children.reverse()) await stopChild(child, graceMs);
  process.exit(code);
}

/** Asks all at once: nobody waits for the order any more. */
function hurry(): void {
  for (const { child } of children) child.kill('SIGTERM');
}

function fail(error: unknown): Promise<void> {
  const isSilent = isStopping || error instanceof SaidAlready;
  if (!isSilent) process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return stopAll(1);
}

function adopt(child: ChildProcess, graceMs = GRACE_MS): ChildProcess {
  children.push({ child, graceMs });
  return child;
}

async function isReady(url: string): Promise<boolean> {
  const response = await fetch(`${url}/readyz`).catch(() => null);
  return response?.ok ?? false;
}

async function untilReady(url: string, log: string): Promise<void> {
  const giveUpAt = Date.now() + READY_WITHIN_MS;
  while (!(await isReady(url))) {
    if (Date.now() > giveUpAt)
      throw new Error(`The server did not get ready within a minute; ${log} may say why.`);
    await wait(READY_POLL_MS);
  }
}

async function startServer(config: Config, url: string): Promise<void> {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const log = join(config.dataDir, 'server.log');
  const script = join(ROOT, 'server/demo/server.ts');
  const child = adopt(startProgram(script, { stdout: openSync(log, 'a') }));
  const failure = failWhenOver(child, `The server was stopped, and all else with it; its log is ${log}.`);
  await Promise.race([untilReady(url, log), failure]);
  failure.catch(fail);
}

async function startHost(config: Config, url: string): Promise<void> {
  const env = { PERCH_URL: url, DATA_DIR: config.dataDir };
  const child = adopt(startProgram(join(ROOT, 'server/demo/host.ts'), { env }), 3_000);
  await Promise.race([once(child, 'message'), failWhenOver(child, 'The demo host stopped.')]);
  child.once('exit', () => {
    if (!isStopping)
      say('The demo host has stopped and its Space ends: Ctrl-C and a new start bring it back.');
  });
}

const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

interface Showing {
  program: Program;
  /** Null where there is no display. */
  browser: string | null;
  profile: string;
  extension: string;
  timeline: string;
}

async function showTimeline({ program, browser, profile, extension, timeline }: Showing): Promise<void> {
  const { kind, open, byHand } = program;
  if (browser === null) {
    say(`1. ${byHand(extension)}`);
    say(`2. Open ${timeline} there.`);
    say('3. Click the icon of Perch in the toolbar. Ctrl-C here stops everything.');
    return;
  }
  if (kind === CHROMIUM && isWithoutSandbox())
    step('Chromium runs without its sandbox, because this is root: visit only pages you trust.');
  const child = await open({ browser, extension, profile, url: timeline });
  adopt(child, 5_000);
  child.once('exit', (code) => {
    const how = code ? `${kind.name} ended with code ${code}` : 'The browser is closed';
    if (!isStopping) say(`${how}; the server goes on at ${timeline}. Ctrl-C stops it.`);
  });
  step(`${kind.name} is open on ${timeline}. Ctrl-C here stops everything.`);
}

async function prepareExtension(url: string, isDev: boolean, { build }: Program): Promise<string> {
  if (!isDev) {
    step('Building the extension');
    const folder = await buildExtension(url, build);
    step('The extension is built');
    return folder;
  }
  const script = join(ROOT, 'server/demo/watch-extension.ts');
  const child = adopt(startProgram(script, { env: { WXT_SERVER_URL: url }, stdout: 1 }));
  const failure = failWhenOver(child, 'The extension is not built any more, because what builds it stopped.');
  await Promise.race([once(child, 'message'), failure]);
  failure.catch(fail);
  return DEV_OUTPUT;
}

async function prepareLiveKit(config: Config): Promise<void> {
  if (config.livekit !== null) return;
  step('Looking for LiveKit');
  step(`LiveKit is here: ${await findLiveKit(step)}`);
}

async function start(isDev: boolean, program: Program): Promise<void> {
  process.env['PERCH_DEMO'] = '1';
  process.env['LOG_LEVEL'] ??= 'warn';
  if (program.build === 'firefox') meetFirefox(process.env);
  const config = readConfig(process.env);
  if (!(await isPortFree(config.port, config.host))) {
    throw new Error(
      `Port ${config.port} is taken: stop what uses it, or start Perch on another one with "PORT=${config.port + 1} npm start".`,
    );
  }
  const url = `http://localhost:${config.port}`;
  const [extension, browser] = await Promise.all([
    prepareExtension(url, isDev, program),
    hasDisplay() ? findBrowser(step, program.kind) : null,
    prepareLiveKit(config),
  ]);
  step('Starting the server');
  await startServer(config, url);
  if (lanAddress() === null) {
    step(ALONE);
  } else {
    step('Opening the Space of the demo host');
    await startHost(config, url);
    step('The demo host is live');
  }
  const profile = join(config.dataDir, program.profile);
  await showTimeline({ program, browser, profile, extension, timeline: `${url}/demo/timeline` });
}

interface Options {
  help?: boolean;
  dev?: boolean;
  browser?: string;
}

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  return process.exit(1);
}

const KNOWS = '--browser takes "chromium" or "firefox".';

/** The options, after one sentence about those that do not exist. */
function readOptions(): Options {
  const options = {
    help: { type: 'boolean', short: 'h' },
    dev: { type: 'boolean' },
    browser: { type: 'string' },
  } as const;
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    if (String(error).includes('--browser <value>')) return refuse(KNOWS);
    return refuse('"npm start" does not know that option; "npm start -- --help" names them all.');
  }
}

const values = readOptions();
if (values.help) {
  say(HELP.trimEnd());
} else {
  const program = programNamed(values.browser ?? 'chromium');
  if (program === null) refuse(KNOWS);
  if (values.dev && program.build === 'firefox')
    refuse('"npm run dev" builds for Chromium alone; "npm start -- --browser firefox" opens Firefox.');
  onStopSignals(['SIGINT', 'SIGTERM', 'SIGHUP'], { stop: () => void stopAll(0), hurry });
  await start(values.dev ?? false, program).catch(fail);
}
