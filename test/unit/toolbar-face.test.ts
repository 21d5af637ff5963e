import { describe, expect, it } from 'vitest';
import { faceOf, NOBODY_WAITS, stillRaised } from '../../extension/background/toolbar-face.ts';
import { IDLE_ROOM, type RoomState } from '#shared/schema/room.ts';
import { ROLES, type Role } from '#shared/schema/space.ts';
import type { Me } from '#shared/schema/stage.ts';
import { en } from '#shared/words/en.ts';

const WORDS = { language: 'en', words: en };
const LIVE: RoomState = { ...IDLE_ROOM, phase: 'live', title: 'Repairs' };

describe('the toolbar', () => {
  it('says that a Space is heard', () => {
    expect(faceOf(LIVE, NOBODY_WAITS, WORDS, 7)).toMatchObject({ badge: 'LIVE', icon: 'live' });
  });

  it('says how many ask to speak', () => {
    const face = faceOf(LIVE, { ...NOBODY_WAITS, requests: 3 }, WORDS, 7);
    expect(face).toMatchObject({ badge: '3', title: 'Perch: 3 people ask to speak in “Repairs”' });
  });

  it('says that an invitation stands', () => {
    const face = faceOf(LIVE, { ...NOBODY_WAITS, isInvited: true }, WORDS, 7);
    expect(face).toMatchObject({ badge: '!', title: 'Perch: you are invited to speak in “Repairs”' });
  });

  it('says that the person has come on stage', () => {
    const face = faceOf({ ...LIVE, role: 'speaker' }, { ...NOBODY_WAITS, isRaised: true }, WORDS, 7);
    expect(face).toMatchObject({
      badge: '!',
      title: 'Perch: you are on stage in “Repairs”, with your microphone off',
    });
  });

  it('says before all else that the microphone is open', () => {
    const face = faceOf({ ...LIVE, microphone: 'on' }, { ...NOBODY_WAITS, requests: 3 }, WORDS, 7);
    expect(face.badge).toBe('MIC');
  });

  it('shows an open microphone in red, by a drawing of its own', () => {
    const face = faceOf({ ...LIVE, microphone: 'on' }, NOBODY_WAITS, WORDS, 7);
    expect(face).toMatchObject({ icon: 'speaking', badgeColor: '#d92d43' });
  });

  it('says outside of a Space how many are live, whatever else was kept', () => {
    const kept = { ...NOBODY_WAITS, isInvited: true, requests: 3 };
    expect(faceOf(IDLE_ROOM, kept, WORDS, 7)).toMatchObject({
      badge: '7',
      icon: 'idle',
      title: 'Perch: 7 Spaces are live',
    });
    expect(faceOf(IDLE_ROOM, kept, WORDS, 0)).toMatchObject({ badge: '', title: 'Perch: live Spaces' });
  });
});

describe('coming on stage', () => {
  const as = (role: Role): Me => ({
    participantId: 'p_01ARZ3NDEKTSV4RRFFQ69G5FAV',
    role,
    shown: false,
    request: null,
    invitation: null,
    muted: [],
  });
  const above = ROLES.filter((role) => role !== 'listener');

  it.each(above)('from among the listeners is to be told: %s', (role) => {
    expect(stillRaised(false, as('listener'), as(role))).toBe(true);
    expect(stillRaised(true, as(role), as('cohost'))).toBe(true);
  });

  it.each(above)('is no news to whoever was there, or came in so: %s', (role) => {
    expect(stillRaised(false, as('speaker'), as(role))).toBe(false);
    expect(stillRaised(false, null, as(role))).toBe(false);
  });

  it('is over among the listeners and outside', () => {
    expect(stillRaised(true, as('speaker'), as('listener'))).toBe(false);
    expect(stillRaised(true, as('speaker'), null)).toBe(false);
  });
});
