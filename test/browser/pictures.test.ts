import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TakenPicture } from '../../server/identity/pictures.ts';
import { untilUsable } from '../support/accessible.ts';
import { launchProfile, type Profile } from '../support/chromium.ts';
import { type House, openHouse } from '../support/house.ts';
import { cardOf, rowOf } from '../support/perch.ts';
import { startPicturedSpeaker } from '../support/pictured-speaker.ts';
import type { Speaker } from '../support/speaker.ts';
import { until } from '../support/until.ts';

const TITLE = 'Faces above the timeline';

let house: House;
let speaker: Speaker;
let profile: Profile;
let picture: TakenPicture;

beforeAll(async () => {
  [house, profile] = await Promise.all([openHouse(), launchProfile()]);
  ({ speaker, picture } = await startPicturedSpeaker(house.server, TITLE));
});
afterAll(async () => {
  await profile?.close();
  await speaker?.end();
  await house?.close();
});

/** What the pictures in a page show, in closed shadow roots too, and whether they are drawn. */
async function facesIn(page: Page): Promise<{ src: string; width: number }[]> {
  const session: CDPSession = await page.createCDPSession();
  await session.send('DOM.enable');
  const { nodes } = await session.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
  const images = nodes.filter(
    ({ nodeName, attributes = [] }) => nodeName === 'IMG' && attributes.includes('alt'),
  );
  const faces = await Promise.all(
    images.map(async ({ backendNodeId }) => {
      // A page that draws itself anew meanwhile has other elements, which the next look finds.
      const node = await session.send('DOM.resolveNode', { backendNodeId }).catch(() => null);
      if (!node) return [];
      const { result } = await session.send('Runtime.callFunctionOn', {
        objectId: node.object.objectId!,
        functionDeclaration: 'function () { return { src: this.src, width: this.naturalWidth }; }',
        returnByValue: true,
      });
      return [result.value as { src: string; width: number }];
    }),
  );
  await session.detach();
  return faces.flat();
}
const untilFaced = (page: Page) =>
  until('the face to be drawn', async () => (await facesIn(page)).find(({ width }) => width === 96));

describe('the picture of a person', () => {
  it('is drawn in a bar without the page asking our server, or knowing of it', async () => {
    const page = await profile.open('about:blank');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(house.timeline);
    await untilUsable(page, cardOf(TITLE));
    const { src } = await untilFaced(page);
    expect(src).toBe(`data:image/webp;base64,${picture.webp.toString('base64')}`);
    expect(asked.filter((url) => url.includes('/v1/pictures'))).toEqual([]);
    const timed = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect(timed.filter((name) => name.includes('/v1/pictures') || name.startsWith('data:'))).toEqual([]);
  });

  it('is drawn in the popup', async () => {
    const page = await profile.open(profile.address('popup.html'));
    await untilUsable(page, rowOf(TITLE));
    expect((await untilFaced(page)).src).toMatch(/^data:image\/webp/);
  });

  it('comes on the page of a Space from its own server', async () => {
    const page = await profile.open(`${house.server.url}/s/${speaker.spaceId}`);
    expect((await untilFaced(page)).src).toBe(`${house.server.url}/v1/pictures/${picture.id}`);
  });
});
