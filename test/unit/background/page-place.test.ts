import { describe, expect, it } from 'vitest';
import { noWayBack } from '#shared/client/ways-back.ts';
import { IDLE_ROOM } from '#shared/schema/room.ts';
import { asking, fakeFirefox, live, onStage, TAB, THEIRS } from '../../support/fake-firefox-place.ts';

const ELSEWHERE = '01ARZ3NDEKTSV4RRFFQ69G5FAW';

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('listening in the background page of Firefox', () => {
  it('obeys there, and is nowhere before and after', async () => {
    const { place, told } = fakeFirefox();
    await expect(place.tell('host:state', {})).rejects.toThrow('no media host');
    await place.ensure();
    await place.tell('host:leave', {});
    await place.close();
    expect(told).toEqual(['served here', 'here host:leave', 'silent here', 'not found here']);
    expect(await place.isOpen()).toBe(false);
  });

  it('keeps the page awake while in a Space, and only then', async () => {
    const { place, memory, world, heard } = fakeFirefox();
    await place.ensure();
    expect(world.isAwake).toBe(false);
    await memory.keep(live());
    expect([world.isAwake, heard.now]).toEqual([true, world.now]);
    await memory.keep(IDLE_ROOM);
    expect(world.isAwake).toBe(false);
  });

  it('remembers what the media host reports until it is closed', async () => {
    const { place, memory, office } = fakeFirefox();
    await place.ensure();
    office().report(live());
    await settled();
    expect(memory.room).toEqual(live());
    await place.close();
    office().report(IDLE_ROOM);
    await settled();
    expect(memory.room).toEqual(live());
  });
});

describe('the stage window', () => {
  it('is opened once, and shown again', async () => {
    const { place, told } = fakeFirefox({ room: live() });
    await place.showStage();
    await place.showStage();
    expect(told).toEqual(['window opened', 'window shown']);
  });

  it('tells that the person said no, and the listening goes on', async () => {
    const { place, told } = await asking();
    expect(await place.handleGrant(TAB, false)).toBeNull();
    expect(told).toEqual(['here host:acquire']);
    expect(await place.isOpen()).toBe(true);
  });

  it('asks again in a fresh window after a no for this time', async () => {
    const { place, told } = await asking();
    await place.handleGrant(TAB, false);
    await place.askAgain(TAB);
    expect(told).toEqual(['here host:acquire', 'window opened', 'window closed']);
    expect([place.isStage(TAB), place.isStage(TAB + 1)]).toEqual([false, true]);
    expect(await place.handleGrant(TAB, true)).toBeNull();
    expect(await place.handleGrant(TAB + 1, true)).not.toBeNull();
  });

  it('has a no for good taken back in a tab, and stays', async () => {
    const { place, told, world } = await asking();
    world.standing = 'denied';
    await place.askAgain(TAB);
    expect(told).toEqual(['asked in a tab']);
    expect(place.isStage(TAB)).toBe(true);
  });

  it('gives the seat back while a fresh window asks', async () => {
    const { place, told } = await onStage();
    await place.askAgain(TAB);
    expect(told).toEqual(['window opened', 'served here', 'resumed here, in the Space, on', 'window closed']);
  });

  it('counts as a no when it is closed without an answer', async () => {
    const { place, told } = await asking();
    await place.handleTabClosed(TAB);
    expect(told).toEqual(['here host:acquire']);
  });

  it('is given the seat only once it is live there, and nobody is out meanwhile', async () => {
    const { place, spaceId, told, memory } = await asking();
    expect((await place.handleGrant(TAB, true))?.room.spaceId).toBe(spaceId);
    await place.hear(live({ phase: 'reconnecting', participantId: THEIRS }), TAB);
    expect(memory.room).toMatchObject({ phase: 'live', participantId: THEIRS });
    expect(told).toEqual([]);
    await place.hear(live({ participantId: THEIRS }), TAB);
    expect(told).toEqual(['silent here', 'not found here']);
    await place.tell('host:state', {});
    expect(told.at(-1)).toBe('stage host:state');
  });

  it('is not raced for the seat by the background, which has lost its own connection', async () => {
    const { place, spaceId, office, memory } = await asking();
    await place.handleGrant(TAB, true);
    await place.hear(live({ phase: 'reconnecting', participantId: THEIRS }), TAB);
    office().report(live({ phase: 'reconnecting' }));
    await settled();
    expect(memory.room.participantId).toBe(THEIRS);
    const way = office().rejoin(spaceId);
    await place.hear(live({ participantId: THEIRS }), TAB);
    expect(await way).toEqual(noWayBack('elsewhere'));
  });

  it('lets the background come back by itself when it is closed on the way', async () => {
    const { place, spaceId, office } = await asking();
    await place.handleGrant(TAB, true);
    const way = office().rejoin(spaceId);
    await place.handleTabClosed(TAB);
    expect(await way).toEqual(noWayBack('space_ended'));
  });

  it('gives the seat back when it is closed by hand', async () => {
    const { place, told, kept } = await onStage();
    await place.handleTabClosed(TAB);
    expect(told).toEqual(['served here', 'resumed here, in the Space, on']);
    expect(kept.now).toBeNull();
  });

  it('gives nothing back when another tab is closed', async () => {
    const { place, told } = await onStage();
    await place.handleTabClosed(TAB + 1);
    expect(told).toEqual([]);
  });

  it('is closed when the person goes to listen elsewhere, which they do in the background', async () => {
    const { place, told } = await onStage();
    await place.tell('host:prepare', { spaceId: ELSEWHERE, title: 'Elsewhere' });
    expect(told).toEqual(['window closed', 'served here', 'here host:prepare']);
  });

  it('stays for the next Space that the person hosts', async () => {
    const { place, told } = await onStage();
    await place.tell('host:prepare', { spaceId: null, title: 'One more' });
    expect(told).toEqual(['stage host:prepare']);
  });

  it('gets no seat for whoever is on the stage no more', async () => {
    const { place, memory } = await asking();
    await memory.keep(live({ role: 'listener' }));
    expect(await place.handleGrant(TAB, true)).toBeNull();
  });

  it('is closed when the person has left', async () => {
    const { place, told } = await onStage();
    await place.hear(IDLE_ROOM, TAB);
    await settled();
    expect(told).toEqual(['window closed']);
    await place.handleTabClosed(TAB);
    expect(told).toEqual(['window closed']);
  });

  it('stays with the sentence of the end, and makes room for the next Space', async () => {
    const { place, told } = await onStage();
    await place.hear(live({ phase: 'over', ended: 'host_ended' }), TAB);
    expect(told).toEqual([]);
    await place.ensure();
    expect(told).toEqual(['window closed', 'served here']);
  });

  it('is not heard from any other page', async () => {
    const { place, memory } = await onStage();
    await place.hear(live({ title: 'Another' }), TAB + 1);
    expect(memory.room.title).toBe('');
    expect(await place.handleGrant(undefined, true)).toBeNull();
  });

  it('gets no seat where there is none', async () => {
    const { place, memory } = await asking();
    await memory.keep(live({ phase: 'joining' }));
    expect(await place.handleGrant(TAB, true)).toBeNull();
  });
});

describe('a background that was stopped', () => {
  it('goes on in a Space that was heard a moment ago', async () => {
    const { place, told } = fakeFirefox({ room: live({ microphone: 'off' }), heardAt: 41_000 });
    await place.recall();
    expect(told).toEqual(['served here', 'resumed here, in the Space, off']);
  });

  it('asks first after a minute', async () => {
    const { place, spaceId, told, memory } = fakeFirefox({ room: live(), heardAt: 40_000 });
    await place.recall();
    expect(told).toEqual([]);
    expect(memory.room).toMatchObject({
      phase: 'over',
      fault: 'stopped',
      spaceId,
      participantId: null,
    });
  });

  it('forgets a Space that was never opened', async () => {
    const { place, memory } = fakeFirefox({
      room: live({ phase: 'joining', spaceId: null }),
      heardAt: 99_000,
    });
    await place.recall();
    expect(memory.room.phase).toBe('idle');
  });

  it('finds the stage window that holds the seat', async () => {
    const { place, told, memory, kept, open, world } = fakeFirefox({ room: live({ microphone: 'off' }) });
    open.add(TAB);
    await kept.set({ tabId: TAB, isSeated: true });
    world.stage = live({ microphone: 'on' });
    await place.recall();
    expect(told).toEqual(['stage host:state']);
    expect(memory.room.microphone).toBe('on');
  });

  it('takes the seat back from a stage window that is gone', async () => {
    const { place, told, kept } = fakeFirefox({ room: live(), heardAt: 99_000 });
    await kept.set({ tabId: TAB, isSeated: true });
    await place.recall();
    expect(told).toEqual(['served here', 'resumed here, in the Space, none']);
    expect(kept.now).toBeNull();
  });
});
