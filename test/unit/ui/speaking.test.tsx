import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { Outcome } from '#shared/schema/view.ts';
import { Player } from '#shared/ui/player.tsx';
import { ana, inside, kerstin, malik, queue, tell, yuki, type Inside } from '../../support/in-space.ts';
import { show } from '../../support/show.tsx';

function open(scene: Partial<Inside> = {}) {
  const perch = inside({ as: yuki, ...scene });
  const onPeople = vi.fn();
  show(perch, <Player onPeople={onPeople} />);
  return { perch, desk: perch.desk, onPeople };
}
const button = (name: string) => screen.getByRole('button', { name });
const press = (name: string) => fireEvent.click(button(name));
const sentence = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'What would you like to say?' });

describe('a request to speak', () => {
  it('goes to the hosts with its sentence', async () => {
    const { desk } = open();
    press('Request to speak');
    expect(document.activeElement).toBe(sentence());
    fireEvent.input(sentence(), { target: { value: 'About Porto' } });
    press('Send request');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(desk.calls).toEqual([['request', 'About Porto']]);
  });

  it('needs no sentence', async () => {
    const { desk } = open();
    press('Request to speak');
    press('Send request');
    await waitFor(() => expect(desk.calls).toEqual([['request', undefined]]));
  });

  it('says who sees it and how much still fits', () => {
    const { desk } = open();
    press('Request to speak');
    expect(screen.getByText('The hosts see who you are and what you write.')).toBeTruthy();
    expect(screen.getByText('140 characters left')).toBeTruthy();
    fireEvent.input(sentence(), { target: { value: 'x'.repeat(142) } });
    press('Send request');
    expect(screen.getByText('2 characters too many.')).toBeTruthy();
    expect(desk.calls).toEqual([]);
  });

  it('tells the place in the queue and can be taken back', () => {
    const { desk } = open({ me: { request: { place: 2, text: '', at: 0 } } });
    expect(screen.getByText('You are number 2 in the queue.')).toBeTruthy();
    press('Cancel request');
    expect(desk.calls).toEqual([['cancelRequest']]);
  });

  it('says in the queue that the stage is full', () => {
    open({ me: { request: { place: 1, text: '', at: 0 } }, stage: { seatsFree: 0 } });
    expect(screen.getByText('You are number 1 in the queue. The stage is full.')).toBeTruthy();
  });

  it('cannot be made while the host takes none, but still be taken back', async () => {
    const { perch } = open({ stage: { requestsLocked: true } });
    expect(screen.getByText('The host takes no requests right now.')).toBeTruthy();
    expect(button('Request to speak').getAttribute('aria-disabled')).toBe('true');
    press('Request to speak');
    expect(screen.queryByRole('dialog')).toBeNull();
    tell(perch, { me: { request: { place: 1, text: '', at: 0 } } });
    await waitFor(() => expect(button('Cancel request').getAttribute('aria-disabled')).toBeNull());
  });

  it('asks once, without a sentence, where everyone may speak', async () => {
    const { desk } = open({ stage: { speakPolicy: 'everyone' } });
    press('Request to speak');
    const question = within(screen.getByRole('dialog', { name: 'Come on stage?' }));
    expect(question.queryByRole('textbox')).toBeNull();
    expect(question.getByText(/Everybody will see your name/)).toBeTruthy();
    press('Come on stage');
    await waitFor(() => expect(desk.calls).toEqual([['request', undefined]]));
  });

  it('says in its place what went wrong, and keeps the sentence', async () => {
    const { desk } = open();
    desk.answers.request = { fault: 'rate_limited', retryAfter: 7 };
    press('Request to speak');
    fireEvent.input(sentence(), { target: { value: 'About Porto' } });
    press('Send request');
    const dialog = within(screen.getByRole('dialog'));
    expect((await dialog.findByRole('alert')).textContent).toContain('Wait 7 seconds');
    expect(sentence().value).toBe('About Porto');
    expect(screen.getAllByRole('alert')).toHaveLength(1);
  });
});

describe('on stage', () => {
  it('is left by a speaker who stays', async () => {
    const { desk } = open({ as: kerstin });
    press('Leave the stage');
    await waitFor(() => expect(desk.calls).toEqual([['leaveStage']]));
  });

  it('is silent before the server knows that a speaker leaves it', async () => {
    const { perch, desk } = open({ as: kerstin, room: { microphone: 'on' } });
    const muted = Promise.withResolvers<Outcome>();
    perch.answers.setMicrophone = muted.promise;
    press('Leave the stage');
    expect(perch.calls).toContainEqual(['setMicrophone', false]);
    expect(desk.calls).toEqual([]);
    muted.resolve({ fault: null });
    await waitFor(() => expect(desk.calls).toEqual([['leaveStage']]));
  });

  it.each([
    [
      'host',
      ana,
      ['Microphone', 'People', 'React', 'Mute all', 'End Space'],
      ['Leave the stage', 'Request to speak'],
    ],
    ['co-host', malik, ['Microphone', 'Mute all', 'Leave the stage'], ['End Space', 'Request to speak']],
    ['speaker', kerstin, ['Microphone', 'Leave the stage'], ['Mute all', 'End Space', 'Request to speak']],
    ['listener', yuki, ['Request to speak', 'People', 'React'], ['Microphone', 'Mute all', 'End Space']],
  ])('gives a %s their own tools', (_, as, there, absent) => {
    open({ as });
    for (const name of there) expect(button(name)).toBeTruthy();
    for (const name of absent) expect(screen.queryByRole('button', { name })).toBeNull();
  });

  it('mutes all at once', () => {
    const { desk } = open({ as: malik });
    press('Mute all');
    expect(desk.calls).toEqual([['muteAll']]);
  });

  it('offers a host who is alone nobody to mute', () => {
    open({ as: ana, stage: { people: [ana] } });
    expect(screen.queryByRole('button', { name: 'Mute all' })).toBeNull();
  });
});

describe('the first in the queue', () => {
  it('is approved from the player', () => {
    const { desk } = open({ as: ana, view: { queue } });
    expect(screen.getByText('Bea asks to speak')).toBeTruthy();
    expect(screen.getByText('“the solar mesh in Porto?”')).toBeTruthy();
    press('Approve');
    expect(desk.calls).toEqual([['person', queue.requests[0]!.pid, 'approve']]);
  });

  it('is approved once, and the focus goes on to the next', async () => {
    const { perch, desk } = open({ as: ana, view: { queue } });
    button('Approve').focus();
    press('Approve');
    press('Approve');
    await waitFor(() => expect(desk.calls).toHaveLength(1));
    press('Approve');
    expect(desk.calls).toHaveLength(1);
    tell(perch, { view: { queue: { ...queue, requests: queue.requests.slice(1) } } });
    await screen.findByText('Tomás asks to speak');
    await waitFor(() => expect(document.activeElement).toBe(button('Approve')));
    tell(perch, { view: { queue: { requests: [], identities: [], invited: [] } } });
    await waitFor(() => expect(document.activeElement).toBe(button('Microphone')));
  });

  it('leads to the others, who are counted on the way to People', () => {
    const { onPeople } = open({ as: ana, view: { queue } });
    const description = document.getElementById(button('People').getAttribute('aria-describedby')!)!;
    expect(description.textContent).toBe('2 requests');
    press('See all 2 requests');
    expect(onPeople).toHaveBeenCalledOnce();
  });

  it('keeps the place when the stage is full, and the host is told', async () => {
    const { desk } = open({ as: ana, view: { queue } });
    desk.answers.person = { fault: 'stage_full' };
    press('Approve');
    expect((await screen.findByRole('alert')).textContent).toContain('The stage is full');
    expect(screen.getByText('Bea asks to speak')).toBeTruthy();
  });
});
