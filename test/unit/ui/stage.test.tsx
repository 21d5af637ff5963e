import { act, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReactionCount } from '#shared/schema/stage.ts';
import { Player } from '#shared/ui/player.tsx';
import { FLOAT_MS } from '#shared/ui/stage/reactions.ts';
import {
  ana,
  bea,
  inside,
  kerstin,
  malik,
  tell,
  tomas,
  walks,
  yuki,
  type Inside,
} from '../../support/in-space.ts';
import { person, stagePerson } from '../../support/people.ts';
import { show } from '../../support/show.tsx';

function open(scene: Partial<Inside> = {}) {
  const perch = inside({ as: yuki, ...scene });
  show(perch, <Player onPeople={vi.fn()} />);
  return perch;
}
const faces = () =>
  within(screen.getByRole('list', { name: 'On stage' }))
    .getAllByRole('listitem')
    .map((face) => face.textContent);

describe('the stage', () => {
  it('shows the server’s people with the media host’s word on who speaks', () => {
    open({
      room: { people: [person(ana, { speaking: true }), person(malik, { muted: true }), person(kerstin)] },
    });
    expect(faces()).toEqual(['AnaHostspeaking', 'MalikCo-hostmuted', 'KerstinSpeaker']);
  });

  it('does not show somebody who is off the stage but still visible to the media client', () => {
    open({
      stage: { people: [ana] },
      room: { people: [person(ana), person(kerstin, { speaking: true })] },
    });
    expect(faces()).toEqual(['AnaHost']);
    expect(screen.getByText('Nobody is speaking')).toBeTruthy();
  });

  it('shows all thirteen', () => {
    const others = Array.from({ length: 10 }, (_, i) => stagePerson(50 + i, `Speaker ${i}`));
    open({ stage: { people: [...walks.stage, ...others] } });
    expect(faces()).toHaveLength(13);
  });

  it('names the listeners who show themselves, and counts the others', () => {
    open({ stage: { listeners: 57, shown: [bea, tomas] } });
    const named = within(screen.getByRole('list', { name: 'Listeners' })).getAllByRole('listitem');
    expect(named.map((one) => one.textContent)).toEqual(['Bea', 'Tomás']);
    expect(screen.getByText('+55 listeners')).toBeTruthy();
  });

  it('counts nobody below nought while the count is behind the names', () => {
    open({ stage: { listeners: 1, shown: [bea, tomas] } });
    expect(screen.queryByText(/^\+/)).toBeNull();
  });

  it('falls back to the card until the server has told', () => {
    open({ view: { stage: null, me: null } });
    expect(faces()).toEqual(['AnaHost', 'MalikCo-host', 'KerstinSpeaker']);
    expect(screen.queryByRole('button', { name: 'Request to speak' })).toBeNull();
  });

  it('keeps the lists of another Space away', () => {
    open({ room: { spaceId: '01ARZ3NDEKTSV4RRFFQ69G5FAV', people: [person(kerstin)] } });
    expect(faces()).toEqual(['KerstinSpeaker']);
  });
});

describe('a host who is away', () => {
  it('is said with the seconds of the server’s clock', () => {
    open({ stage: { hostLostAt: Date.now() - 3_600_000 - 12_000 }, view: { skewMs: 3_600_000 } });
    expect(screen.getByText('The host is reconnecting (12 s). The Space goes on.')).toBeTruthy();
  });

  it('is counted no longer once nobody can expect them any more', () => {
    open({ stage: { hostLostAt: Date.now() - 300_000 } });
    expect(screen.getByText('The host is away. The Space goes on.')).toBeTruthy();
  });

  it('is followed by whoever is host now', async () => {
    const perch = open();
    tell(perch, { stage: { people: [{ ...malik, role: 'host' }, kerstin] } });
    await waitFor(() =>
      expect(screen.getByText('Malik is the host now.').getAttribute('role')).toBe('status'),
    );
  });

  it('is followed by whoever is host now, also after a while without one', async () => {
    const perch = open();
    tell(perch, { stage: { people: [malik, kerstin] } });
    await waitFor(() => expect(faces()).toHaveLength(2));
    tell(perch, { stage: { people: [{ ...malik, role: 'host' }, kerstin] } });
    await screen.findByText('Malik is the host now.');
  });

  it('is no news when they only came back', async () => {
    const perch = open();
    tell(perch, { stage: { people: [{ ...ana, pid: stagePerson(90, '').pid }, malik, bea] } });
    await waitFor(() => expect(faces()).toHaveLength(3));
    expect(screen.queryByText(/is the host now/)).toBeNull();
  });
});

describe('news about oneself', () => {
  it.each([
    ['listener', 'speaker', 'You are on stage. Your microphone is off.'],
    ['speaker', 'listener', 'You are among the listeners again.'],
    ['speaker', 'cohost', 'You are a co-host now.'],
    ['cohost', 'host', 'You are the host now.'],
  ] as const)('says what it is to go from %s to %s', async (role, next, sentence) => {
    const perch = open({ as: { ...yuki, role } });
    tell(perch, { me: { role: next } });
    await screen.findByText(sentence);
  });

  it('says that a host muted one, for as long as it is so', async () => {
    const perch = open({ as: kerstin, room: { mutedByHost: true } });
    expect(screen.getByText(/^A host muted you/)).toBeTruthy();
    perch.room.value = { ...perch.room.value, mutedByHost: false };
    await waitFor(() => expect(screen.queryByText(/^A host muted you/)).toBeNull());
  });
});

describe('reactions', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const float = (items: ReactionCount[]) => {
    const perch = open();
    void act(() => perch.desk.sendReactions(items));
    return [...document.querySelectorAll('.floats')].map((place) => place.textContent);
  };

  it('rise from the sender on stage, and in one stream for the listeners', () => {
    expect(
      float([
        [kerstin.pid, '🔥', 2],
        [null, '👏', 3],
      ]),
    ).toEqual(['', '', '🔥🔥', '👏👏👏']);
  });

  it('are bounded, and gone after a moment', () => {
    expect(float([[null, '👏', 1000]]).at(-1)).toBe('👏👏👏👏');
    void act(() => void vi.advanceTimersByTime(FLOAT_MS));
    expect(document.querySelectorAll('.floats i')).toHaveLength(0);
  });

  it('say nothing to a screen reader', () => {
    float([[null, '👏', 1]]);
    for (const place of document.querySelectorAll('.floats')) {
      expect(place.getAttribute('aria-hidden')).toBe('true');
    }
  });
});
