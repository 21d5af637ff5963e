import type { Page } from 'puppeteer-core';
import sharp from 'sharp';
import { createPictureTaker, type TakenPicture } from '../../server/identity/pictures.ts';
import { untilUsable } from './accessible.ts';
import { showIdentity } from './identities.ts';
import { countOf, shoot, type Shot } from './likeness.ts';
import { cardOf } from './perch.ts';
import type { TestServer } from './server.ts';
import { type Speaker, startSpeaker } from './speaker.ts';
import { until } from './until.ts';

/** What the picture is of (red, green and blue of 255). */
const RED = [204, 34, 34] as const;
const SOME_PIXELS = 40;

/** Ana Ferreira, who hosts a Space and shows a picture that is red all over; timelines know her by `keys`. */
export async function startPicturedSpeaker(
  server: TestServer,
  title: string,
  keys: readonly string[] = [],
): Promise<{ speaker: Speaker; picture: TakenPicture }> {
  const [r, g, b] = RED;
  const red = sharp({ create: { width: 200, height: 200, channels: 3, background: { r, g, b } } });
  const png = new Uint8Array(await red.png().toBuffer());
  const picture = (await createPictureTaker(async () => new Response(png))('https://wren.example/ana.png'))!;
  const identity = { network: 'mastodon', handle: '@ana@wren.example', picture } as const;
  const speaker = await startSpeaker(server.url, title, 'Ana Ferreira', (token) =>
    showIdentity(server, token, { ...identity, keys: [...keys] }),
  );
  return { speaker, picture };
}

/** The bar as it is drawn once the picture of whom the Space is of is there. */
export async function pictureOfBar(page: Page, title: string): Promise<Shot> {
  await untilUsable(page, cardOf(title));
  return until('the face to be drawn', async () => {
    const shot = await shoot(page, 'perch-bar');
    return countOf(shot, RED) > SOME_PIXELS && shot;
  });
}
