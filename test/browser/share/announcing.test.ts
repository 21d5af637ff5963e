import { afterAll, beforeAll, expect, it } from 'vitest';
import { click, fill, untilShown } from '../../support/accessible.ts';
import { launchProfile, type Profile } from '../../support/chromium.ts';
import { type House, openHouse } from '../../support/house.ts';
import { joinFromPopup, PLAYER } from '../../support/perch.ts';
import { type Speaker, startSpeaker } from '../../support/speaker.ts';
import { until } from '../../support/until.ts';

const SHARE = { role: 'button', name: 'Share' };
const SHEET = { role: 'dialog', name: 'Tell others' };

let house: House;
let profile: Profile;
let speaker: Speaker;

beforeAll(async () => {
  house = await openHouse();
  // Nothing of a test leaves this machine.
  const flags = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'];
  [profile, speaker] = await Promise.all([
    launchProfile({ flags }),
    startSpeaker(house.server.url, 'Small webs & long walks'),
  ]);
});
afterAll(async () => {
  await profile?.close();
  await speaker?.hangUp();
  await house?.close();
});

it('leads from the popup to where a person tells others, and remembers their Mastodon server', async () => {
  const page = await profile.open(house.timeline);
  const { popup } = await joinFromPopup(profile, page, speaker.title);
  await click(popup, SHARE);
  await untilShown(popup, SHEET);
  const x = await popup.waitForSelector('aria/Share on X');
  const { searchParams } = new URL(await x!.evaluate((link) => (link as HTMLAnchorElement).href));
  expect(Object.fromEntries(searchParams)).toEqual({
    text: 'Listening to “Small webs & long walks” live',
    url: `http://localhost:${house.server.port}/s/${speaker.spaceId}`,
  });

  await click(popup, { role: 'button', name: 'Share on Mastodon' });
  await fill(popup, { role: 'textbox', name: 'Your Mastodon server' }, '@ana@walks.social');
  // The popup closes under the click when the tab opens.
  await Promise.allSettled([click(popup, { role: 'button', name: 'Continue' })]);
  const isOpened = (url: string) => url.startsWith('https://walks.social/share?text=Listening%20to');
  await until('the tab of that server', async () =>
    profile.browser.targets().find((target) => isOpened(target.url())),
  );

  const again = await profile.openPopup(await profile.open(house.timeline));
  await untilShown(again, PLAYER);
  await click(again, SHARE);
  await untilShown(again, { role: 'link', name: 'Share on Mastodon, walks.social' });
});
