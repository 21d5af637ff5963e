import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '#shared/schema/limits.ts';
import { find, untilText } from '../support/accessible.ts';
import { launchProfile, type Profile } from '../support/chromium.ts';
import { type House, openHouse } from '../support/house.ts';
import { listen } from '../support/livekit-clients.ts';
import { roomService } from '../support/media-keys.ts';
import { approve, closePeople, untilListed } from '../support/on-stage.ts';
import { host as hostSpace } from '../support/perch.ts';
import { until } from '../support/until.ts';
import { Visitor } from '../support/visitor.ts';

const TITLE = 'Everybody wants to say something';
const SECRET = 'Nobody Atall';
/** Nobody of the crowd brings sound along, so LiveKit never sees them. */
const LIMITS = { joiningMs: 600_000, guestsPerMinute: 100, verbsPerMinute: 1_000 };

let house: House;
let host: Profile;
let hostPopup: Page;
let spaceId: string;

beforeAll(async () => {
  house = await openHouse(LIMITS);
  host = await launchProfile();
  hostPopup = await hostSpace(host, await host.open(house.timeline), TITLE, 'Kerstin');
  spaceId = await house.onlySpace();
});
afterAll(async () => {
  await host?.close();
  await house?.close();
});

async function asker(name: string): Promise<Visitor> {
  const visitor = await Visitor.arrive(house.server.url, name);
  await visitor.join(spaceId);
  await visitor.request(spaceId, `${name} asks`);
  return visitor;
}

describe('an anonymous listener', () => {
  it('is counted and seen by nobody', async () => {
    const secret = await Visitor.arrive(house.server.url, SECRET);
    const { participantId, ...way } = await secret.join(spaceId);
    const hidden = await listen(way);
    const other = await Visitor.arrive(house.server.url, 'Bea');
    const bea = await listen(await other.join(spaceId));
    // Of the server's own list the hidden ones are part, so both are in.
    await until('LiveKit to have them all', async () => {
      const rooms = await roomService(house.server.dataDir);
      const [room] = await rooms.listRooms();
      return (await rooms.listParticipants(room!.name)).length === 3;
    });
    await untilText(hostPopup, /\+2 listeners/);

    const listed = [...bea.room.remoteParticipants.values()].map(({ identity }) => identity);
    const { stage } = await other.stage(spaceId);
    expect(listed).toEqual(stage.people.map(({ pid }) => pid));
    expect(stage.listeners).toBe(2);
    const answers = [await other.stage(spaceId), await Visitor.reader(house.server.url).stage(spaceId)];
    for (const trace of [SECRET, participantId]) expect(JSON.stringify(answers)).not.toContain(trace);
    await untilListed(hostPopup, 'Listeners', 0);
    expect(await find(hostPopup, { role: 'StaticText', name: SECRET })).toBeNull();
    await closePeople(hostPopup);
    await Promise.all([hidden.leave(), bea.leave()]);
  });
});

describe('the fourteenth', () => {
  it('is refused with a sentence, keeps the place in the queue, and comes up when a seat is free', async () => {
    const names = Array.from({ length: DEFAULT_LIMITS.stageMax - 1 }, (_, index) => `Speaker ${index + 1}`);
    const crowd: Visitor[] = [];
    for (const name of names) {
      crowd.push(await asker(name));
      await approve(hostPopup, name);
      await untilListed(hostPopup, 'Speakers', crowd.length);
    }
    await asker('Late Lou');
    await approve(hostPopup, 'Late Lou');
    await untilText(hostPopup, /The stage is full/);
    await untilText(hostPopup, /Nobody lost their place in the queue/);
    expect(await untilListed(hostPopup, 'Requests', 1)).toEqual([expect.stringContaining('Late Lou')]);

    await crowd[0]!.leaveStage(spaceId);
    await untilListed(hostPopup, 'Speakers', names.length - 1);
    await approve(hostPopup, 'Late Lou');
    await untilListed(hostPopup, 'Speakers', names.length);
    await untilListed(hostPopup, 'Requests', 0);
  });
});
