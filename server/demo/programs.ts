import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { type BrowserKind, CHROMIUM, FIREFOX } from './browser-kinds.ts';
import { openFirefox } from './firefox/open-firefox.ts';
import { lanAddress } from './lan-address.ts';
import { openBrowser, type Opening } from './open-browser.ts';

/** How Perch is tried in one browser. */
export interface Program {
  kind: BrowserKind;
  build: 'chrome' | 'firefox';
  /** The profile's folder in the data folder. */
  profile: string;
  open(opening: Opening): Promise<ChildProcess>;
  /** What a person does who has to load the extension themselves. */
  byHand(extension: string): string;
}

const PROGRAMS = {
  chromium: {
    kind: CHROMIUM,
    build: 'chrome',
    profile: 'demo-browser',
    open: openBrowser,
    byHand: (extension) =>
      `In a Chromium, open chrome://extensions, turn on "Developer mode", choose "Load unpacked": ${extension}`,
  },
  firefox: {
    kind: FIREFOX,
    build: 'firefox',
    profile: 'demo-firefox',
    open: openFirefox,
    byHand: (extension) =>
      `In a Firefox, open about:debugging#/runtime/this-firefox, choose "Load Temporary Add-on…": ${join(extension, 'manifest.json')}`,
  },
} as const satisfies Record<string, Program>;

/** Firefox reaches media over this machine's own network, and not over loopback while it only listens. */
export function meetFirefox(env: NodeJS.ProcessEnv): void {
  const address = lanAddress();
  if (address !== null) env['LIVEKIT_NODE_IP'] ??= address;
}

export function programNamed(name: string): Program | null {
  return name === 'chromium' || name === 'firefox' ? PROGRAMS[name] : null;
}
