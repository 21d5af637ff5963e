import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession, Page } from 'puppeteer-core';
import { findBrowser } from '../../server/demo/browser.ts';
import { Guest } from '../../server/demo/client.ts';
import { freePort } from '../../server/media/ports-in-use.ts';
import { click, hover, untilGone, untilUsable } from '../support/accessible.ts';
import { buildExtension } from '../support/browser-setup.ts';
import { launchProfile, type Profile } from '../support/chromium.ts';
import { LEAVE, PLAYER, rowOf } from '../support/perch.ts';
import { startServer } from '../support/server.ts';
import { type Speaker, startSpeaker } from '../support/speaker.ts';
import { startBarePage } from './bare-page.ts';
import { listenForMix, listenForSound, noteClick } from './probe.ts';
import type { Row } from './row.ts';
import { say } from './say.ts';
import { interval90, median } from './statistics.ts';

const PAIRS = 30;
const WARM_UPS = 2;
const OUTPUT = '.output/bench';
const TITLE = 'Click to sound';
const HOVER_MS = 300;
const LIMITS = {
  joinsPerMinute: 100_000,
  gatePerMinute: 100_000,
  aheadsPerMinute: 100_000,
  aheadsPerAccount: 100_000,
};
/** A person reads before they click; what either side does ahead is through by then. */
const READ_MS = 700;

/** How a person comes to the click. */
type Approach = (popup: Page, row: ReturnType<typeof rowOf>) => Promise<unknown>;

const straight: Approach = click;
const hovering: Approach = async (popup, row) => {
  await hover(popup, row);
  await sleep(HOVER_MS);
  await popup.mouse.down();
  await popup.mouse.up();
};

interface Course {
  approach: Approach;
  profile: Profile;
  page: Page;
  speaker: Speaker;
  bareUrl: string;
  guest: Guest;
}

async function evaluate(session: CDPSession, expression: string): Promise<number> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return result.value as number;
}

const run = (fn: () => void) => `(${fn.toString()})()`;

/** A media host that mixes is heard by its mix, which stands ready before the click. */
async function probeMix(host: CDPSession): Promise<void> {
  const { result } = await host.send('Runtime.evaluate', { expression: 'DynamicsCompressorNode.prototype' });
  const { objects } = await host.send('Runtime.queryObjects', { prototypeObjectId: result.objectId! });
  const functionDeclaration = listenForMix.toString();
  await host.send('Runtime.callFunctionOn', { objectId: objects.objectId!, functionDeclaration });
}

/** From the click on the popup's row to the first sample in the media host, in ms. */
async function perchOnce({ profile, page, speaker, approach }: Course): Promise<number> {
  const popup = await profile.openPopup(page);
  await untilUsable(popup, rowOf(speaker.title));
  const host = await profile.mediaHost();
  await evaluate(
    host,
    `new Promise((done) => document.readyState === 'complete' ? done() : addEventListener('load', done))`,
  );
  await evaluate(host, run(listenForSound));
  await popup.evaluate(run(noteClick));
  await sleep(READ_MS);
  await probeMix(host);
  await approach(popup, rowOf(speaker.title));
  const soundAt = await evaluate(host, 'soundAt');
  const clickedAt = (await popup.evaluate('clickedAt')) as number;
  await click(popup, LEAVE);
  await untilGone(popup, PLAYER);
  await popup.close();
  return soundAt - clickedAt;
}

/** From the click in the bare page to its first sample, in ms. */
async function bareOnce({ profile, speaker, bareUrl, guest }: Course): Promise<number> {
  const { url, token } = await guest.join(speaker.spaceId);
  const page = await profile.open(bareUrl);
  const session = await page.createCDPSession();
  await evaluate(session, run(listenForSound));
  await evaluate(session, `prepare(${JSON.stringify({ url, token })})`);
  await page.evaluate(run(noteClick));
  await sleep(READ_MS);
  await page.click('button');
  const soundAt = await evaluate(session, 'soundAt');
  const clickedAt = (await page.evaluate('clickedAt')) as number;
  await evaluate(session, 'leave()');
  await page.close();
  await guest.leave(speaker.spaceId);
  return soundAt - clickedAt;
}

/** Alternates which of the two goes first, so that a drifting machine favours neither. */
async function measurePairs(course: Course, pairs: number): Promise<{ perch: number; bare: number }[]> {
  const seen: { perch: number; bare: number }[] = [];
  for (let index = 0; index < pairs; index += 1) {
    const first = index % 2 === 0 ? await perchOnce(course) : null;
    const bare = await bareOnce(course);
    const perch = first ?? (await perchOnce(course));
    seen.push({ perch, bare });
    say(`click-to-sound ${index + 1}/${pairs}: ${perch} ms, bare ${bare} ms`);
  }
  return seen;
}

async function onCourse<T>(approach: Approach, act: (course: Course) => Promise<T>): Promise<T> {
  const browserPath = await findBrowser(say);
  const port = await freePort();
  const extensionPath = await buildExtension(port, OUTPUT);
  const server = await startServer({ port, limits: LIMITS });
  const bare = await startBarePage();
  const speaker = await startSpeaker(server.url, TITLE);
  const flags = ['--autoplay-policy=no-user-gesture-required'];
  const profile = await launchProfile({ browserPath, extensionPath, flags });
  try {
    const page = await profile.open(bare.url);
    const guest = await Guest.arrive(server.url, 'Rival');
    return await act({ approach, profile, page, speaker, bareUrl: bare.url, guest });
  } finally {
    await profile.close();
    await speaker.end();
    bare.close();
    await server.stop();
  }
}

/** Click to first audible sample in the popup, against a bare page that has its token ready. */
function rowFor(name: string, approach: Approach, goal: number): Row {
  return {
    name,
    async run() {
      const pairs = await onCourse(approach, async (course) =>
        (await measurePairs(course, WARM_UPS + PAIRS)).slice(WARM_UPS),
      );
      const ratios = pairs.map(({ perch, bare }) => perch / bare);
      const ratio = median(ratios);
      const [low, high] = interval90(ratios);
      const bare = median(pairs.map((pair) => pair.bare));
      return {
        value: median(pairs.map((pair) => pair.perch)),
        unit: 'ms',
        against: `bare livekit-client page, ${bare} ms; 90 % of the median ratio ${low.toFixed(2)} to ${high.toFixed(2)}`,
        ratio,
        goal: `<= ${goal}`,
        holds: ratio <= goal,
      };
    },
  };
}

export const clickToSound = rowFor('click-to-sound', straight, 1.1);
/** The same, for somebody who has laid the pointer on the row before. */
export const clickToSoundHover = rowFor('click-to-sound-hover', hovering, 0.5);
