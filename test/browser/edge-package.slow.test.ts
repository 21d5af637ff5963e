import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import pkg from '../../package.json' with { type: 'json' };
import { ROOT } from '../../server/demo/child.ts';
import { click, untilShown, untilUsable } from '../support/accessible.ts';
import { launchProfile, type Profile } from '../support/chromium.ts';
import { type House, openHouse } from '../support/house.ts';
import { cardOf, joinFromPopup, LEAVE, leaveEverything, PLAYER } from '../support/perch.ts';
import { untilBar } from '../support/site-visit.ts';
import { SITES } from '../support/sites/hosts.ts';
import { openSites, type Sites } from '../support/sites/serve.ts';
import { type Speaker, startSpeaker } from '../support/speaker.ts';
import { until } from '../support/until.ts';
import { unpack } from '../support/unzip.ts';

const TITLE = 'Tones out of a package';
const run = promisify(execFile);

let folder: string;
let house: House;
let sites: Sites;
let speaker: Speaker;
let profile: Profile;

/** What `npm run zip` makes for Edge, unpacked as the store's copy is. */
async function unpackEdge(): Promise<string> {
  const { PERCH_DEMO: _, NODE_ENV: __, VITEST: ___, ...env } = process.env;
  const zipper = join(ROOT, 'test/support/zip-extension.ts');
  await run(process.execPath, [zipper, folder, 'edge'], {
    cwd: ROOT,
    env: { ...env, WXT_SERVER_URL: `http://localhost:${inject('serverPort')}` },
    maxBuffer: 10_000_000,
  });
  const unpacked = join(folder, 'unpacked');
  await unpack(await readFile(join(folder, `perch-${pkg.version}-edge.zip`)), unpacked);
  return unpacked;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perch-edge-'));
  [house, sites] = await Promise.all([openHouse(), openSites(inject('sitesPath'))]);
  const [extensionPath, started] = await Promise.all([unpackEdge(), startSpeaker(house.server.url, TITLE)]);
  speaker = started;
  profile = await launchProfile({ extensionPath, flags: sites.flags });
});
afterAll(async () => {
  await profile?.close();
  await speaker?.end();
  await sites?.close();
  await house?.close();
  await rm(folder, { recursive: true, force: true });
});

// No Edge can be had on every machine; it is Chromium in all that Perch uses.
it('shows the bar, joins out of the popup and is heard, as the package that Edge’s store gets', async () => {
  // The first run shows itself, in front of whatever is opened before it.
  await until('the welcome', async () => profile.target('welcome.html'));
  const page = await profile.open(SITES.x.home);
  await untilBar(page, SITES.x.anchor);
  await untilUsable(page, cardOf(TITLE));
  const { popup, ear } = await joinFromPopup(profile, page, TITLE);
  await untilShown(popup, PLAYER);
  expect(await ear.hears()).toBe(true);
  await click(popup, LEAVE);
  await leaveEverything(profile);
  await page.close();
});
