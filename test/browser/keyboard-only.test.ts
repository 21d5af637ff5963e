import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { untilShown, untilText } from '../support/accessible.ts';
import { launchProfile, type Profile } from '../support/chromium.ts';
import { type House, openHouse } from '../support/house.ts';
import { isMicrophoneOn, MICROPHONE, PLAYER } from '../support/perch.ts';
import { Ear } from '../support/sound.ts';
import { until } from '../support/until.ts';
import { Visitor } from '../support/visitor.ts';
import { publish } from '../../server/demo/publish.ts';

const TITLE = 'Hands on the keys';
/** More than there is to tab through in any view here. */
const PRESSES_MAX = 40;

/** The host says nothing, so that whoever is heard is the one at the keys. */
const SILENCE = { sampleRate: 24_000, next: (count: number) => new Int16Array(count) };
const leaving = new AbortController();

let house: House;
let bea: Profile;
let ear: Profile;
let ana: Visitor;
let spaceId: string;
let popup: Page;

beforeAll(async () => {
  house = await openHouse();
  [bea, ear] = await Promise.all([launchProfile({ sound: 'voice' }), launchProfile()]);
  ana = await Visitor.arrive(house.server.url, 'Ana');
  const join = await ana.start({ title: TITLE });
  spaceId = join.space.id;
  await publish(join, SILENCE, leaving.signal);
});
afterAll(async () => {
  leaving.abort();
  await Promise.all([bea?.close(), ear?.close()]);
  await house?.close();
});

interface Focus {
  tag: string;
  name: string;
}

const focus = (): Promise<Focus> =>
  popup.evaluate(() => {
    const { tagName: tag, textContent, id } = document.activeElement!;
    const label = document.querySelector(`label[for="${id}"]`)?.textContent;
    const name = document.activeElement!.getAttribute('aria-label') ?? label ?? textContent ?? '';
    return { tag, name: name.trim() };
  });

/** Tabs until something of this name has the focus; what is not drawn yet would be passed by. */
async function tabTo(name: string): Promise<void> {
  await popup.waitForSelector(`aria/${name}`);
  const passed: string[] = [];
  for (let presses = 0; presses < PRESSES_MAX; presses++) {
    const now = await focus();
    if (now.name === name) return;
    passed.push(now.name);
    await popup.keyboard.press('Tab');
  }
  throw new Error(`No way by Tab to "${name}", past ${passed.join(' | ')}`);
}

/** Tabs there and presses Enter, once it may be used. */
async function press(name: string): Promise<void> {
  await tabTo(name);
  await popup.waitForFunction(() => !document.activeElement!.hasAttribute('aria-disabled'));
  await popup.keyboard.press('Enter');
}

/** The focus is on something, as a person who cannot see would find it. */
const untilKept = () => until('the focus to be somewhere', async () => (await focus()).tag !== 'BODY');

it('joins, asks to speak, is heard and leaves by the keyboard alone', async () => {
  popup = await bea.openPopup(await bea.open(house.timeline));
  await untilText(popup, new RegExp(TITLE));
  await press(`Start listening: ${TITLE}`);
  await untilShown(popup, PLAYER);
  await untilKept();

  await press('Request to speak');
  await untilShown(popup, { role: 'dialog', name: 'Request to speak' });
  await popup.keyboard.type('About the arrow keys');
  await popup.keyboard.press('Enter');
  await untilShown(popup, { role: 'button', name: 'Cancel request' });
  await untilKept();

  const asking = await until('the request', async () => {
    const { queue } = await ana.stage(spaceId);
    return queue?.requests[0];
  });
  await ana.act(spaceId, 'approve', asking.pid);
  await untilShown(popup, MICROPHONE);
  await untilKept();

  await press('Microphone');
  await until('the microphone to be on', () => isMicrophoneOn(popup));
  await untilKept();
  const listening = await ear.openPopup(await ear.open(house.timeline));
  await listening.waitForSelector(`aria/Start listening: ${TITLE}`);
  await listening.locator(`aria/Start listening: ${TITLE}`).click();
  await new Ear(await ear.mediaHost()).untilHeard();

  await popup.bringToFront();
  await press('Leave');
  await until('the player to be gone', async () => (await popup.$('.player')) === null);
  await untilKept();
});

it('hosts by the form and ends by its question', async () => {
  await press('Host a Space');
  await untilShown(popup, { role: 'textbox', name: 'Name your Space' });
  await untilKept();
  await tabTo('Name your Space');
  await popup.keyboard.type('A Space without a mouse');
  await popup.keyboard.press('Enter');
  await untilShown(popup, MICROPHONE);
  await untilKept();

  await press('End Space');
  await untilShown(popup, { role: 'alertdialog', name: 'End this Space for everyone?' });
  await until('the focus in the question', async () => (await focus()).name === 'Keep it going');
  await press('End for everyone');
  await until('the player to be gone', async () => (await popup.$('.player')) === null);
  await untilKept();
  expect((await focus()).tag).not.toBe('BODY');
});
