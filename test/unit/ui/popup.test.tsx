import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { FAULT_CODES } from '#shared/schema/errors.ts';
import { END_REASONS } from '#shared/schema/space.ts';
import type { Outcome } from '#shared/schema/view.ts';
import { Popup } from '#shared/ui/popup.tsx';
import { en } from '#shared/words/en.ts';
import { fakePerch, type FakeState } from '../../support/fake-perch.ts';
import { card } from '../../support/people.ts';
import { show } from '../../support/show.tsx';
import { fetchPreviewSheet } from '#shared/ui/safety/preview-place.tsx';

beforeAll(fetchPreviewSheet);

const walks = card(1, 'Small webs, long walks');
const rust = card(2, 'Rust audio, week 12');

/** Joins that meet these are asked about instead. */
const ASKED = new Set<string>(['blocked_on_stage', 'anonymous_refused']);

function open(state: FakeState) {
  const perch = fakePerch(state);
  show(perch, <Popup />);
  return perch;
}

describe('the popup', () => {
  it('joins with one click on a Space', () => {
    const perch = open({ spaces: [walks, rust] });
    const list = within(screen.getByRole('list', { name: 'Live Spaces' }));
    fireEvent.click(list.getByRole('button', { name: 'Start listening: Rust audio, week 12' }));
    expect(perch.calls).toContainEqual(['join', rust.id]);
  });

  it('takes a second click while joining for the first', () => {
    const perch = fakePerch({ spaces: [walks] });
    perch.answers.join = Promise.withResolvers<Outcome>().promise;
    show(perch, <Popup />);
    const row = screen.getByRole('button', { name: /^Start listening/ });
    fireEvent.click(row);
    fireEvent.click(row);
    expect(screen.getByText('Joining…')).toBeTruthy();
    expect(perch.calls.filter(([verb]) => verb === 'join')).toHaveLength(1);
  });

  it('keeps the list as it is while a join is quick, and makes room for a slow one', async () => {
    const room = { phase: 'joining', since: Date.now(), spaceId: walks.id, title: walks.title } as const;
    open({ spaces: [walks], room });
    expect(screen.queryByRole('region', { name: 'Now playing' })).toBeNull();
    expect(screen.getByRole('button', { name: /^Start listening/ })).toBeTruthy();
    await screen.findByRole('region', { name: 'Now playing' });
    expect(screen.queryByRole('button', { name: /^Start listening/ })).toBeNull();
  });

  it('changes at once for a slow join, and gives the focus of the row to the title', async () => {
    const since = Date.now();
    // A timer may come before the clock has got there.
    const clock = vi.spyOn(Date, 'now').mockReturnValue(since + 399);
    onTestFinished(() => clock.mockRestore());
    open({ spaces: [walks], room: { phase: 'joining', since, spaceId: walks.id, title: walks.title } });
    screen.getByRole('button', { name: /^Start listening/ }).focus();
    const title = await screen.findByRole('heading', { name: walks.title });
    expect(screen.queryByRole('button', { name: /^Start listening/ })).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(title));
  });

  it('lets a person choose another Space while one is joining', () => {
    const perch = fakePerch({ spaces: [walks, rust] });
    perch.answers.join = Promise.withResolvers<Outcome>().promise;
    show(perch, <Popup />);
    for (const row of screen.getAllByRole('button', { name: /^Start listening/ })) fireEvent.click(row);
    expect(perch.calls).toEqual([
      ['join', walks.id],
      ['join', rust.id],
    ]);
  });

  it('keeps the list at hand under the player, without the Space that plays', () => {
    open({ spaces: [walks, rust], room: { phase: 'live', spaceId: walks.id, title: walks.title } });
    expect(screen.getByRole('region', { name: 'Now playing' })).toBeTruthy();
    const rows = within(screen.getByRole('list', { name: 'Live Spaces' })).getAllByRole('button');
    expect(rows.map((row) => row.getAttribute('aria-label'))).toEqual([
      `Start listening: ${rust.title}`,
      `Preview: ${rust.title}`,
    ]);
  });

  it('names the server that does not answer and offers a way out', () => {
    const perch = open({ list: { status: 'stale', fault: 'unreachable' } });
    expect(screen.getByRole('alert').textContent).toContain('http://localhost:8790');
    fireEvent.click(within(screen.getByRole('alert')).getByRole('button', { name: 'Settings' }));
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(perch.calls).toEqual([['openOptions'], ['refresh']]);
  });

  it('keeps an old list usable', () => {
    open({ spaces: [walks], list: { status: 'stale', fault: 'unreachable' } });
    expect(screen.getByText('This list may be old.')).toBeTruthy();
    expect(screen.getByRole('button', { name: /^Start listening/ })).toBeTruthy();
  });

  it('says when nothing is live', () => {
    open({});
    expect(screen.getByRole('heading', { name: 'It is quiet right now' })).toBeTruthy();
  });

  it('says that it is looking while the first list is on its way', () => {
    open({ list: { status: 'loading' } });
    expect(screen.getByRole('status', { name: 'Looking for live Spaces' })).toBeTruthy();
  });

  it.each(END_REASONS)('tells why a Space is over: %s', (ended) => {
    const perch = open({ room: { phase: 'over', title: walks.title, ended } });
    expect(screen.getByRole('alert').textContent).toContain(`“${walks.title}” has ended`);
    expect(screen.getByRole('alert').textContent).toContain(en[`ended_${ended}`]);
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(perch.calls).toContainEqual(['dismiss']);
  });

  it('does not say that a Space has ended to whoever was removed from it', () => {
    open({ room: { phase: 'over', title: walks.title, fault: 'removed' } });
    expect(screen.getByRole('status').textContent).toBe(en.fault_removed);
  });

  it.each(FAULT_CODES.filter((code) => !ASKED.has(code)))(
    'has a sentence for a join that fails: %s',
    async (fault) => {
      const perch = fakePerch({ spaces: [walks] });
      perch.answers.join = { fault };
      show(perch, <Popup />);
      fireEvent.click(screen.getByRole('button', { name: /^Start listening/ }));
      const alert = await screen.findByRole('alert');
      expect(alert.textContent).toContain(en[`fault_${fault}`]);
      expect(alert.textContent).toContain(en[`faultHelp_${fault}`]);
    },
  );

  it('says how long to wait when it was too fast', async () => {
    const perch = fakePerch({ spaces: [walks] });
    perch.answers.join = { fault: 'rate_limited', retryAfter: 1 };
    show(perch, <Popup />);
    fireEvent.click(screen.getByRole('button', { name: /^Start listening/ }));
    expect((await screen.findByRole('alert')).textContent).toContain('Wait 1 second, then try again.');
  });

  it('offers the way back in after the sound broke off', () => {
    const perch = open({
      spaces: [walks],
      room: { phase: 'over', spaceId: walks.id, title: walks.title, fault: 'media_unreachable' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(perch.calls).toContainEqual(['join', walks.id]);
  });

  it('tells a screen reader what has changed', async () => {
    const perch = open({ spaces: [walks] });
    perch.room.value = { ...perch.room.value, phase: 'live', title: walks.title, spaceId: walks.id };
    await waitFor(() => expect(screen.getByText(`You are in ${walks.title}`)).toBeTruthy());
  });

  it('speaks French', () => {
    open({ spaces: [walks], language: 'fr' });
    expect(screen.getByRole('button', { name: `Écouter : ${walks.title}` })).toBeTruthy();
  });
});
