import type { Page } from 'puppeteer-core';
import { findBrowser } from '../../server/demo/browser.ts';
import { freePort } from '../../server/media/ports-in-use.ts';
import { click, untilGone, untilShown, untilUsable } from '../support/accessible.ts';
import { buildExtension } from '../support/browser-setup.ts';
import { launchProfile } from '../support/chromium.ts';
import { untilOnStage } from '../support/on-stage.ts';
import { ownSession } from '../support/own-session.ts';
import { MICROPHONE, PLAYER, rowOf } from '../support/perch.ts';
import { Visitor } from '../support/visitor.ts';
import { slowest } from './delays.ts';
import { onOpenStage, type OpenStage } from './open-stage.ts';
import type { Row } from './row.ts';
import { say } from './say.ts';

const ROUNDS = 50;
const LIMIT_MS = 1_500;
const TITLE = 'Promote to heard';
const OUTPUT = '.output/bench-promote';
const JOIN_STAGE = { role: 'button', name: 'Join the stage' };
const QUIET_MS = 600;

/** From the click on "Join the stage" to the first sound at the host's ear, with a hand that unmutes as soon as it can; ms. */
async function promoteOnce({ host, spaceId, ear }: OpenStage, popup: Page, pid: string): Promise<number> {
  await host.act(spaceId, 'invite', pid);
  await untilUsable(popup, JOIN_STAGE);
  const heard = ear.nextSound();
  const acceptedAt = await click(popup, JOIN_STAGE);
  await untilOnStage(popup);
  await click(popup, MICROPHONE);
  const delay = (await heard) - acceptedAt;
  await host.act(spaceId, 'demote', pid);
  await Promise.all([untilGone(popup, MICROPHONE), ear.untilSilent(QUIET_MS)]);
  return delay;
}

async function measure(stage: OpenStage, extensionPath: string): Promise<number[]> {
  const browserPath = await findBrowser(say);
  const profile = await launchProfile({ browserPath, extensionPath, sound: 'voice' });
  try {
    const popup = await profile.openPopup(await profile.open('about:blank'));
    await click(popup, rowOf(TITLE));
    await untilShown(popup, PLAYER);
    const own = new Visitor(stage.server.url, (await ownSession(popup)).token);
    const { participantId } = (await own.stage(stage.spaceId)).me!;
    const delays: number[] = [];
    while (delays.length < ROUNDS) {
      delays.push(await promoteOnce(stage, popup, participantId));
      say(`promote-to-heard ${delays.length}/${ROUNDS}: ${delays.at(-1)} ms`);
    }
    return delays;
  } finally {
    await profile.close();
  }
}

/** From accepting an invitation to being heard, in the built extension with the microphone granted. */
export const promoteToHeard: Row = {
  name: 'promote-to-heard',
  async run() {
    const port = await freePort();
    const extensionPath = await buildExtension(port, OUTPUT);
    const delays = await onOpenStage((stage) => measure(stage, extensionPath), { port, title: TITLE });
    return slowest(delays, LIMIT_MS);
  },
};
