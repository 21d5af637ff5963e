import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHOTS } from '../screens/shots.ts';
import {
  controlsWithoutEdge,
  controlsWithoutRing,
  forceColours,
  shapeOf,
} from '../support/forced-colours.ts';
import { type Gallery, openGallery } from '../support/gallery.ts';

const VIEWS = [
  'popup-list',
  'popup-stage-listener',
  'popup-stage-host',
  'popup-host-form',
  'popup-sound',
  'bar-list',
  'bar-listening',
  'options',
];

/** Each with its opposite: a picture and what to look at in it. */
const STATES: Record<string, [[shot: string, selector: string], [shot: string, selector: string]]> = {
  'an open microphone': [
    ['popup-speaking', '.microphone'],
    ['popup-hosting', '.microphone'],
  ],
  'a Space that is muted': [
    ['popup-crowded', '.volume .button'],
    ['popup-listening', '.volume .button'],
  ],
  'somebody who speaks': [
    ['popup-stage-listener', '.stage .avatar[data-speaking]'],
    ['popup-stage-speaker', '.stage .avatar:not([data-speaking], :has(.avatar-badge))'],
  ],
  'somebody who is muted': [
    ['popup-stage-listener', '.stage .avatar:has(.avatar-badge)'],
    ['popup-stage-listener', '.stage .avatar[data-speaking]'],
  ],
  'a switch that is on': [
    ['popup-sound', '.switch[aria-checked=true] .switch-knob'],
    ['popup-sound', '.switch[aria-checked=false] .switch-knob'],
  ],
  'the part of the settings that is in view': [
    ['options', '.part-list a[aria-current]'],
    ['options', '.part-list a:not([aria-current])'],
  ],
};

let gallery: Gallery;

beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery?.close());

async function see(name: string): Promise<void> {
  const shot = SHOTS.find((one) => one.name === name)!;
  await gallery.show({ shot, theme: 'dark' });
  await forceColours(gallery.page);
}

describe('with colours that the system forces', () => {
  it.each(VIEWS)('%s shows where each control is, and which one has the focus', async (name) => {
    await see(name);
    expect(await controlsWithoutEdge(gallery.page)).toEqual([]);
    const { seen, without } = await controlsWithoutRing(gallery.page);
    expect(seen).toBeGreaterThan(2);
    expect(without).toEqual([]);
  });

  it.each(Object.entries(STATES))('%s is told by more than a colour', async (_, [one, other]) => {
    const shapes: (string | null)[] = [];
    for (const [shot, selector] of [one, other]) {
      await see(shot);
      shapes.push(await shapeOf(gallery.page, selector));
    }
    expect(shapes).not.toContain(null);
    expect(shapes[0]).not.toBe(shapes[1]);
  });
});
