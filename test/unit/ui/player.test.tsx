import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { Microphone, RoomState } from '#shared/schema/room.ts';
import { Player } from '#shared/ui/player.tsx';
import { fakePerch } from '../../support/fake-perch.ts';
import { card, person, stagePerson } from '../../support/people.ts';
import { show } from '../../support/show.tsx';

const ana = stagePerson(1, 'Ana', 'host');
const malik = stagePerson(2, 'Malik');
const walks = card(1, 'Small webs, long walks', {
  stage: [ana, malik],
  listeners: 1,
  startedAt: Date.now() - 65_000,
});

function inSpace(more: Partial<RoomState> = {}) {
  return fakePerch({
    spaces: [walks],
    room: {
      phase: 'live',
      spaceId: walks.id,
      title: walks.title,
      startedAt: Date.now() - 65_000,
      role: 'listener',
      people: [person(ana, { speaking: true }), person(malik, { muted: true })],
      ...more,
    },
  });
}
const asHost = (microphone: Microphone, more: Partial<RoomState> = {}) =>
  inSpace({ role: 'host', participantId: ana.pid, microphone, ...more });

describe('the player', () => {
  it('says what plays, who is there and who speaks', () => {
    show(inSpace(), <Player onPeople={vi.fn()} />);
    const player = within(screen.getByRole('region', { name: 'Now playing' }));
    expect(player.getByRole('heading', { name: walks.title })).toBeTruthy();
    expect(player.getByText('Ana is speaking')).toBeTruthy();
    expect(player.getByText('1 listening')).toBeTruthy();
    expect(player.getByText('1:05')).toBeTruthy();
    const faces = within(player.getByRole('list', { name: 'On stage' })).getAllByRole('listitem');
    expect(faces.map((face) => face.textContent)).toEqual(['AnaHostspeaking', 'MalikSpeakermuted']);
  });

  it('leaves once however often Leave is pressed', async () => {
    const perch = inSpace();
    show(perch, <Player onPeople={vi.fn()} />);
    const leave = screen.getByRole('button', { name: 'Leave' });
    fireEvent.click(leave);
    fireEvent.click(leave);
    await waitFor(() => expect(screen.getByRole('button', { name: 'Leave' })).toBeTruthy());
    expect(perch.calls.filter(([verb]) => verb === 'leave')).toHaveLength(1);
  });

  it('silences the Space and sets its volume', () => {
    const perch = inSpace();
    show(perch, <Player onPeople={vi.fn()} />);
    fireEvent.click(screen.getByRole('button', { name: 'Mute Space' }));
    const slider = screen.getByRole<HTMLInputElement>('slider', { name: 'Space volume' });
    fireEvent.input(slider, { target: { value: '40' } });
    expect(perch.calls).toContainEqual(['setSilenced', true]);
    expect(perch.calls).toContainEqual(['setVolume', 0.4]);
  });

  it('offers to bring the sound back while it is silenced', () => {
    show(inSpace({ silenced: true }), <Player onPeople={vi.fn()} />);
    expect(screen.getByRole('button', { name: 'Unmute Space' })).toBeTruthy();
    expect(screen.getByText('Sound is off')).toBeTruthy();
  });

  it('gives listeners no microphone and no end', () => {
    show(inSpace(), <Player onPeople={vi.fn()} />);
    expect(screen.queryByRole('button', { name: 'Microphone' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'End Space' })).toBeNull();
  });

  it.each([
    ['off', 'false', true],
    ['on', 'true', false],
  ] as const)('shows a microphone that is %s and toggles it', (microphone, pressed, next) => {
    const perch = asHost(microphone);
    show(perch, <Player onPeople={vi.fn()} />);
    const toggle = screen.getByRole('button', { name: 'Microphone' });
    expect(toggle.getAttribute('aria-pressed')).toBe(pressed);
    fireEvent.click(toggle);
    expect(perch.calls).toContainEqual(['setMicrophone', next]);
  });

  it('waits while the microphone is asked for', () => {
    const perch = asHost('asking');
    show(perch, <Player onPeople={vi.fn()} />);
    fireEvent.click(screen.getByRole('button', { name: 'Microphone' }));
    expect(perch.calls.some(([verb]) => verb === 'setMicrophone')).toBe(false);
  });

  it('says how to allow a refused microphone, and lets a person go on listening', () => {
    const perch = asHost('denied');
    show(perch, <Player onPeople={vi.fn()} />);
    expect(screen.getByRole('alert').textContent).toContain('The browser is blocking the microphone');
    fireEvent.click(screen.getByRole('button', { name: 'Open the tab' }));
    expect(perch.calls).toContainEqual(['openMicrophonePage']);
    fireEvent.click(screen.getByRole('button', { name: 'Keep listening' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('ends the Space only after asking once', async () => {
    const perch = asHost('off');
    show(perch, <Player onPeople={vi.fn()} />);
    fireEvent.click(screen.getByRole('button', { name: 'End Space' }));
    expect(perch.calls.some(([verb]) => verb === 'end')).toBe(false);
    const question = screen.getByRole('alertdialog', { name: 'End this Space for everyone?' });
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Keep it going'));
    fireEvent.click(within(question).getByRole('button', { name: 'End for everyone' }));
    expect(perch.calls).toContainEqual(['end']);
  });

  it('says in the question itself why the Space did not end, until it is put away', async () => {
    const perch = asHost('off');
    perch.answers.end = { fault: 'unreachable' };
    show(perch, <Player onPeople={vi.fn()} />);
    fireEvent.click(screen.getByRole('button', { name: 'End Space' }));
    const question = within(screen.getByRole('alertdialog'));
    fireEvent.click(question.getByRole('button', { name: 'End for everyone' }));
    expect((await question.findByRole('alert')).textContent).toContain('The server does not answer');
    expect(screen.getAllByRole('alert')).toHaveLength(1);
    fireEvent.click(question.getByRole('button', { name: 'Keep it going' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('keeps the Space when the question is refused, and gives the focus back', () => {
    const perch = asHost('off');
    show(perch, <Player onPeople={vi.fn()} />);
    screen.getByRole('button', { name: 'End Space' }).focus();
    fireEvent.click(screen.getByRole('button', { name: 'End Space' }));
    fireEvent.keyDown(screen.getByRole('alertdialog'), { key: 'Escape' });
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(document.activeElement?.textContent).toBe('End Space');
    expect(perch.calls.some(([verb]) => verb === 'end')).toBe(false);
  });

  it('says that it is reconnecting and for how long', () => {
    show(inSpace({ phase: 'reconnecting', since: Date.now() - 4_200 }), <Player onPeople={vi.fn()} />);
    expect(screen.getByText('Reconnecting (4 s). The Space goes on.')).toBeTruthy();
  });

  it('shows markup in names and titles as text', () => {
    const title = '<img src=x onerror=alert(1)>';
    show(inSpace({ title, people: [person({ ...ana, name: '<b>Ana</b>' })] }), <Player onPeople={vi.fn()} />);
    expect(screen.getByRole('heading', { name: title })).toBeTruthy();
    expect(document.querySelector('img')).toBeNull();
  });
});
