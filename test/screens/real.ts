import { once } from 'node:events';
import { join } from 'node:path';
import { dispose } from '@livekit/rtc-node';
import type { Page } from 'puppeteer-core';
import { findBrowser } from '../../server/demo/browser.ts';
import { failWhenOver, ROOT, startProgram, stopChild } from '../../server/demo/child.ts';
import { freePort } from '../../server/media/ports-in-use.ts';
import { untilShown, untilText } from '../support/accessible.ts';
import { buildExtension } from '../support/browser-setup.ts';
import { launchProfile } from '../support/chromium.ts';
import { joinFromPopup, PLAYER } from '../support/perch.ts';
import { startServer } from '../support/server.ts';
import { startSpeaker } from '../support/speaker.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const GUESTS: readonly [title: string, host: string][] = [
  ['Rust audio, week 12', 'Jo Lindqvist'],
  ['Thé et timelines', 'Léa Moreau'],
];

const asData = (picture: Uint8Array) => `data:image/png;base64,${Buffer.from(picture).toString('base64')}`;

/** The popup, beside the timeline that it was opened on, as a person sees them. */
async function compose(canvas: Page, timeline: Uint8Array, popup: Uint8Array, path: string): Promise<void> {
  await canvas.setViewport({ width: 1280, height: 720, deviceScaleFactor: 2 });
  await canvas.setContent(
    `<style>body{margin:0}img{position:absolute}#popup{top:12px;right:20px;width:360px;border-radius:12px;box-shadow:0 2px 6px #0003,0 16px 48px #0005}</style>
    <img width="1280" src="${asData(timeline)}"><img id="popup" src="${asData(popup)}">`,
    { waitUntil: 'load' },
  );
  await canvas.screenshot({ path: path as `${string}.png` });
}

/** Takes the README's picture from the real thing: server, LiveKit, demo host, extension and browser. */
async function takeRealPicture(path: string): Promise<void> {
  const port = await freePort();
  const browserPath = await findBrowser(say);
  const extensionPath = await buildExtension(port, '.output/screens');
  const server = await startServer({ port, script: 'server/demo/server.ts', env: { PERCH_DEMO: '1' } });
  const host = startProgram(join(ROOT, 'server/demo/host.ts'), {
    env: { PERCH_URL: server.url, DATA_DIR: server.dataDir },
  });
  await Promise.race([once(host, 'message'), failWhenOver(host, 'The demo host stopped.')]);
  const speakers = await Promise.all(GUESTS.map(([title, name]) => startSpeaker(server.url, title, name)));
  const profile = await launchProfile({
    browserPath,
    extensionPath,
    flags: ['--screen-info={2560x1800 devicePixelRatio=2}'],
  });
  try {
    const page = await profile.open(`http://localhost:${port}/demo/timeline`);
    const title = 'Small webs, long walks';
    const { popup } = await joinFromPopup(profile, page, title);
    await untilShown(popup, PLAYER);
    await untilShown(page, PLAYER);
    await untilText(page, /Ana Ferreira is speaking/);
    const pictureOfPopup = await popup.screenshot();
    const pictureOfPage = await page.screenshot();
    await compose(await profile.open('about:blank'), pictureOfPage, pictureOfPopup, path);
  } finally {
    await profile.close();
    await Promise.all(speakers.map((speaker) => speaker.end()));
    await stopChild(host, 3_000);
    await server.stop();
  }
}

const path = join(ROOT, '.github/perch.png');
await takeRealPicture(path);
// The native media library would keep this process alive.
await dispose();
say(`The README's picture is in ${path}`);
