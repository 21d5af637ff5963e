import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Opening } from '../open-browser.ts';
import { Marionette } from './marionette.ts';
import { type Prefs, untilDriven, writePrefs } from './profile.ts';

const START_WITHIN_MS = 60_000;

const PREFS: Prefs = {
  // What the extension keeps would go with it, each time that Firefox ends.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  // A person who tries Perch reads nothing about Firefox first.
  'browser.aboutwelcome.enabled': false,
  'browser.preonboarding.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
  'termsofuse.bypassNotification': true,
  // The windows of last time would stand beside the one that is opened.
  'browser.startup.page': 0,
  'browser.sessionstore.resume_from_crash': false,
  'browser.sessionstore.resume_session_once': false,
  // What tests want of a browser, such as no protection from bad pages, is not for a person.
  'remote.prefs.recommended': false,
  // The server may stand on this very machine.
  'media.peerconnection.ice.loopback': true,
};

const AddonSchema = v.object({ value: v.string() });

/** Runs in Firefox's own window: stands the icon in the toolbar, and opens the timeline beside nothing else. */
function show(extension: string, url: string): void {
  interface Chrome {
    ChromeUtils: {
      importESModule(url: string): { CustomizableUI: { addWidgetToArea(id: string, area: string): void } };
    };
    gBrowser: { selectedTab: unknown; addTrustedTab(url: string): unknown; removeTab(tab: unknown): void };
  }
  const { ChromeUtils, gBrowser } = globalThis as unknown as Chrome;
  const { CustomizableUI } = ChromeUtils.importESModule(
    'moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs',
  );
  const widget = extension.toLowerCase().replaceAll(/[^a-z0-9_-]/g, '_');
  CustomizableUI.addWidgetToArea(`${widget}-browser-action`, 'nav-bar');
  const blank = gBrowser.selectedTab;
  gBrowser.selectedTab = gBrowser.addTrustedTab(url);
  gBrowser.removeTab(blank);
}

/** Runs there last: from now on nobody drives this Firefox but the person. */
function letGo(): void {
  interface Chrome {
    ChromeUtils: { importESModule(url: string): { Marionette: { uninit(): Promise<void> } } };
  }
  const { ChromeUtils } = globalThis as unknown as Chrome;
  const { Marionette: driven } = ChromeUtils.importESModule(
    'chrome://remote/content/components/Marionette.sys.mjs',
  );
  void driven.uninit();
}

async function prepare(marionette: Marionette, extension: string, url: string): Promise<void> {
  const run = (script: (...args: never[]) => void, args: string[] = []) =>
    marionette.send('WebDriver:ExecuteScript', {
      script: `return (${script})(...arguments)`,
      args,
      sandbox: 'system',
    });
  await marionette.send('WebDriver:NewSession');
  await marionette.send('Marionette:SetContext', { value: 'chrome' });
  const added = await marionette.send('Addon:Install', { path: extension, temporary: true });
  await run(show, [v.parse(AddonSchema, added).value, url]);
  // It hangs up instead of an answer.
  await run(letGo).catch(() => undefined);
}

/** Opens a Firefox of its own on `url` with the extension loaded; the profile keeps its settings from one start to the next. */
export async function openFirefox({ browser, extension, profile, url }: Opening): Promise<ChildProcess> {
  await writePrefs(profile, PREFS);
  // A stage window that was closed last would lend its size to the one that is opened.
  await rm(join(profile, 'xulstore.json'), { force: true });
  const flags = ['-no-remote', '-profile', profile, '-marionette', '-remote-allow-system-access'];
  const child = spawn(browser, [...flags, 'about:blank'], { detached: true, stdio: 'ignore' });
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const port = await untilDriven(profile, hasEnded, START_WITHIN_MS);
  if (port === null) {
    child.kill();
    throw new Error(
      `Firefox did not start. If another one uses ${profile}, close that first; a Firefox from a snap cannot read hidden folders, so set DATA_DIR to another.`,
    );
  }
  const marionette = await Marionette.connect(port);
  await prepare(marionette, extension, url).finally(() => marionette.close());
  return child;
}
