import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { buildExtension } from '../support/browser-setup.ts';
import { untilShown } from '../support/accessible.ts';
import { launchProfile, type Profile } from '../support/chromium.ts';
import { until } from '../support/until.ts';

const WELCOME = 'welcome.html';
const BUILD_MS = 120_000;

let extensionPath: string;
let profile: Profile;

beforeAll(async () => {
  extensionPath = await buildExtension(inject('serverPort'), '.output/first-run', 'chrome', {
    isDemo: false,
  });
}, BUILD_MS);
afterAll(() => profile?.close());

it('what people install welcomes them once, in a tab of its own, and asks for nothing', async () => {
  profile = await launchProfile({ extensionPath, microphone: 'ask' });
  const target = await until('the welcome page', async () => profile.target(WELCOME));
  const page = (await target.page())!;
  await untilShown(page, { role: 'heading', name: /Perch/ });
  const asked = await page.evaluate(`Promise.all([
    chrome.permissions.getAll().then(({ origins }) => origins.filter((one) => one.includes('*.') || one.startsWith('https://*'))),
    navigator.permissions.query({ name: 'microphone' }).then(({ state }) => state),
  ])`);
  expect(asked).toEqual([[], 'prompt']);
  await page.close();
  await profile.stopWorker(await profile.open('about:blank'));
  const popup = await profile.open(profile.address('popup.html'));
  await untilShown(popup, { role: 'button', name: 'Host a Space' });
  expect(profile.target(WELCOME)).toBeUndefined();
});
