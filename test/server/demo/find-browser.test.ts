import { describe, expect, it } from 'vitest';
import { CHROMIUM, FIREFOX } from '../../../server/demo/browser-kinds.ts';
import { BrowserMissing, findBrowser, type Machine } from '../../../server/demo/browser.ts';

const PLAIN = 'Chromium 156.0.8078.73 built on Debian';
const BRANDED = 'Google Chrome 156.0.8078.73';

/** A machine with these files; each prints its version. */
function machine(files: Record<string, string>, more: Partial<Machine> = {}): Machine {
  return {
    chosen: undefined,
    candidates: async () => Object.keys(files),
    isExecutable: async (path) => path in files,
    version: async (path) => files[path] ?? null,
    canInstall: async () => false,
    install: async () => expect.unreachable('nothing may be installed here'),
    ...more,
  };
}

const silent = () => undefined;

describe('findBrowser', () => {
  it('prefers CHROME_PATH to what is installed', async () => {
    const files = { '/usr/bin/chromium': PLAIN, '/opt/mine': PLAIN };
    expect(await findBrowser(silent, CHROMIUM, machine(files, { chosen: '/opt/mine' }))).toBe('/opt/mine');
  });

  it('takes the first candidate that loads extensions', async () => {
    const files = {
      '/usr/bin/chrome': BRANDED,
      '/cache/chrome': 'Google Chrome for Testing 150.0.1',
      '/b': PLAIN,
    };
    expect(await findBrowser(silent, CHROMIUM, machine(files))).toBe('/cache/chrome');
  });

  it('says why a branded Chrome in CHROME_PATH cannot serve', async () => {
    const branded = machine({ '/chrome': BRANDED }, { chosen: '/chrome' });
    await expect(findBrowser(silent, CHROMIUM, branded)).rejects.toThrow(
      /no longer load unpacked extensions/,
    );
  });

  it('says that CHROME_PATH cannot be run', async () => {
    await expect(findBrowser(silent, CHROMIUM, machine({}, { chosen: '/nowhere' }))).rejects.toThrow(
      /\/nowhere.*cannot be run/,
    );
  });

  it('installs Chromium where it may, and shows that it does', async () => {
    const files: Record<string, string> = {};
    const said: string[] = [];
    const install: Machine['install'] = async (say) => {
      say('installing');
      files['/usr/bin/chromium'] = PLAIN;
    };
    const bare = machine(files, { canInstall: async () => true, install });
    expect(await findBrowser((line) => said.push(line), CHROMIUM, bare)).toBe('/usr/bin/chromium');
    expect(said).toEqual(['installing']);
  });

  it('names the ways when nothing is found and nothing may be installed', async () => {
    await expect(findBrowser(silent, CHROMIUM, machine({}))).rejects.toThrow(BrowserMissing);
    await expect(findBrowser(silent, CHROMIUM, machine({}))).rejects.toThrow(
      /install Chromium, or set CHROME_PATH/,
    );
  });

  it('names the ways when the installation fails', async () => {
    const install = () => Promise.reject(new Error('no network'));
    const offline = machine({}, { canInstall: async () => true, install });
    await expect(findBrowser(silent, CHROMIUM, offline)).rejects.toThrow(/no network.*set CHROME_PATH/);
  });

  it('takes a Firefox that is new enough, and says which one is', async () => {
    const old = machine({ '/usr/bin/firefox': 'Mozilla Firefox 128.3.0esr' });
    await expect(findBrowser(silent, FIREFOX, old)).rejects.toThrow(/Firefox 140 or later.*FIREFOX_PATH/);
    const both = machine({ '/old': 'Mozilla Firefox 128.3.0esr', '/new': 'Mozilla Firefox 153.8.0esr' });
    expect(await findBrowser(silent, FIREFOX, both)).toBe('/new');
  });
});
