import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { click, find, untilGone, untilShown, untilText } from '../support/accessible.ts';
import { GAP_MS, SILENT_WITHIN_MS } from '../support/patience.ts';
import { Visitor } from '../support/visitor.ts';
import { launchProfile, type Profile } from '../support/chromium.ts';
import { type House, openHouse } from '../support/house.ts';
import { knock } from '../support/knock.ts';
import { mediaKeys, refreshedToken, roomService } from '../support/media-keys.ts';
import {
  accept,
  actionOn,
  approve,
  closePeople,
  decline,
  leaveStage,
  MUTE_ALL,
  remove,
  REQUEST,
  requestToSpeak,
  untilInvited,
  untilListed,
  untilOnStage,
} from '../support/on-stage.ts';
import { ownSession } from '../support/own-session.ts';
import {
  cardOf,
  hostAloud,
  isMicrophoneOn,
  joinFromPopup,
  MICROPHONE,
  PLAYER,
  rowOf,
  turnMicrophone,
} from '../support/perch.ts';
import { Ear } from '../support/sound.ts';
import { until } from '../support/until.ts';

const TITLE = 'Old radios, new ears';
const HOST = 'Kerstin';
const QUESTION = 'Does shortwave still matter?';
const REMOVED = /A host removed you from this Space/;

let house: House;
let host: Profile;
let bea: Profile;
let hostPopup: Page;
let hostEar: Ear;
let page: Page;
let popup: Page;
let ear: Ear;
let name: string;

beforeAll(async () => {
  house = await openHouse({ requestEveryMs: 100 });
  [host, bea] = await Promise.all([launchProfile({ sound: 'voice' }), launchProfile({ sound: 'voice' })]);
  hostPopup = await hostAloud(host, await host.open(house.timeline), TITLE, HOST);
  hostEar = new Ear(await host.mediaHost());
  page = await bea.open(house.timeline);
  ({ popup, ear } = await joinFromPopup(bea, page, TITLE));
  name = (await ownSession(popup)).account.name;
});
afterAll(async () => {
  await Promise.all([host?.close(), bea?.close()]);
  await house?.close();
});

/** A token as LiveKit refreshed it, or as somebody took it along. */
async function anyTokenOf(identity: string): Promise<string> {
  const [room] = await (await roomService(house.server.dataDir)).listRooms();
  return refreshedToken(await mediaKeys(house.server.dataDir), { identity, room: room!.name });
}

async function speakUp(): Promise<void> {
  await turnMicrophone(popup, true);
  await hostEar.untilHeard();
}

describe('asking to speak', () => {
  it('keeps its place through a closed popup and a stopped worker', async () => {
    await requestToSpeak(popup, QUESTION);
    await untilText(popup, /You are number 1 in the queue/);
    await untilText(hostPopup, /Does shortwave still matter\?/);
    await bea.closePopup();
    await bea.stopWorker(page);
    popup = await bea.openPopup(page);
    await untilText(popup, /You are number 1 in the queue/);
  });

  it('brings on stage once, however often Approve is clicked, and with the microphone off', async () => {
    await approve(hostPopup, name, { times: 2 });
    await untilOnStage(popup);
    expect(await isMicrophoneOn(popup)).toBe(false);
    expect(await untilListed(hostPopup, 'Speakers', 1)).toEqual([expect.stringContaining(name)]);
    expect(await hostEar.hears()).toBe(false);
  });

  it('is heard by the others after unmuting', async () => {
    await speakUp();
    expect(await hostEar.hears()).toBe(true);
  });
});

describe('a speaker', () => {
  it('is silent soon after a mute by the host, and only unmutes themself', async () => {
    expect(await hostEar.soundAfter(() => actionOn(hostPopup, name, 'Mute'))).toBeLessThan(SILENT_WITHIN_MS);
    await untilText(popup, /A host muted you/);
    expect(await isMicrophoneOn(popup)).toBe(false);
    await speakUp();
  });

  it('is silent soon after "Mute all"', async () => {
    await closePeople(hostPopup);
    expect(await hostEar.soundAfter(() => click(hostPopup, MUTE_ALL))).toBeLessThan(SILENT_WITHIN_MS);
    await speakUp();
  });

  it('is silent at once when moved to the listeners, and hears on without a gap', async () => {
    const watch = await ear.watch();
    const move = () => actionOn(hostPopup, name, 'Move to listeners');
    expect(await hostEar.soundAfter(move)).toBeLessThan(SILENT_WITHIN_MS);
    await untilGone(popup, MICROPHONE);
    await untilShown(popup, REQUEST);
    expect(await watch.stop()).toBeLessThan(GAP_MS);
  });
});

describe('an invitation', () => {
  it('changes nothing when it is declined', async () => {
    await click(popup, { role: 'switch', name: 'Show my name' });
    await untilListed(hostPopup, 'Listeners', 1);
    await actionOn(hostPopup, name, 'Invite to speak');
    await untilInvited(popup, HOST);
    await decline(popup);
    await untilListed(hostPopup, 'Speakers', 0);
    expect(await find(popup, MICROPHONE)).toBeNull();
  });

  it('brings on stage with the microphone off when it is accepted', async () => {
    await actionOn(hostPopup, name, 'Invite to speak');
    await untilInvited(popup, HOST);
    await accept(popup);
    expect(await isMicrophoneOn(popup)).toBe(false);
    await untilListed(hostPopup, 'Speakers', 1);
    await speakUp();
  });

  it('lets a speaker leave the stage and stay', async () => {
    expect(await hostEar.soundAfter(() => leaveStage(popup))).toBeLessThan(SILENT_WITHIN_MS);
    expect(await ear.hears()).toBe(true);
  });
});

describe('a reaction', () => {
  it("is seen on the sender's face on stage", async () => {
    await requestToSpeak(popup, QUESTION);
    await approve(hostPopup, name);
    await untilOnStage(popup);
    await closePeople(hostPopup);
    // By the keyboard: the line that one is on stage goes about now, and moves what a mouse would aim at.
    for (const button of ['React', '👏']) {
      const handle = await popup.waitForSelector(`aria/${button}[role="button"]`);
      await handle!.press('Enter');
    }
    await until('the reaction at the host', () =>
      hostPopup.evaluate(
        (who) =>
          [...document.querySelectorAll('.stage-face')].some(
            (face) => face.textContent?.includes(who) && face.textContent.includes('👏'),
          ),
        name,
      ),
    );
  });
});

describe('a removed person', () => {
  it('is silent soon, out, and told why', async () => {
    await speakUp();
    const session = await ownSession(popup);
    const { stage } = await new Visitor(house.server.url, session.token).stage(await house.onlySpace());
    const pid = stage.people.find((person) => person.name === name)!.pid;
    expect(await hostEar.soundAfter(() => remove(hostPopup, name))).toBeLessThan(SILENT_WITHIN_MS);
    await ear.untilSilent();
    await untilText(popup, REMOVED);
    expect(await knock(house.server.url, await anyTokenOf(pid))).toBe(401);
  });

  it('cannot come back from the list, the bar or another device', async () => {
    await click(popup, rowOf(TITLE));
    await untilText(popup, REMOVED);
    await bea.closePopup();
    await click(page, cardOf(TITLE));
    await click(page, { role: 'button', name: 'Start listening' });
    await untilText(page, REMOVED);
    popup = await bea.openPopup(page);
    const elsewhere = new Visitor(house.server.url, (await ownSession(popup)).token);
    await expect(elsewhere.join(await house.onlySpace())).rejects.toThrow('removed');
  });

  it('does not come back by itself', async () => {
    await bea.closePopup();
    await bea.stopWorker(page);
    popup = await bea.openPopup(page);
    await untilShown(popup, rowOf(TITLE));
    expect(await find(popup, PLAYER)).toBeNull();
    expect((await house.space(await house.onlySpace())).listeners).toBe(0);
  });
});
