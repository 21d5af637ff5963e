import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { Popup } from '#shared/ui/popup.tsx';
import { ana, inside, kerstin, queue, tell, yuki, type Inside } from '../../support/in-space.ts';
import { show } from '../../support/show.tsx';

function open(scene: Inside) {
  const perch = inside(scene);
  show(perch, <Popup />);
  return perch;
}
/** With what is fetched after the rest. */
async function openWhole() {
  const perch = open({ as: kerstin });
  await waitFor(() => expect(document.querySelectorAll('.unseen > p')).toHaveLength(5));
  return perch;
}
const said = () => screen.getAllByRole('status').map((region) => region.textContent);
const [bea, tomas] = queue.requests;

describe('what is said aloud', () => {
  it('tells a host who asks to speak, on the page “People” as well', async () => {
    const perch = open({ as: ana, view: { queue: { requests: [], identities: [], invited: [] } } });
    fireEvent.click(screen.getByRole('button', { name: 'People' }));
    tell(perch, { view: { queue: { requests: [bea!], identities: [], invited: [] } } });
    await waitFor(() => expect(said()).toContain('Bea asks to speak'));
    tell(perch, { view: { queue } });
    await waitFor(() => expect(said()).toContain('Tomás asks to speak'));
    tell(perch, { view: { queue: { requests: [tomas!], identities: [], invited: [] } } });
    tell(perch, { view: { queue: { requests: [], identities: [], invited: [] } } });
    await waitFor(() => expect(said()).not.toContain('Tomás asks to speak'));
  });

  it('does not begin with requests that wait already', () => {
    open({ as: ana, view: { queue } });
    expect(said().filter((text) => text?.includes('asks'))).toEqual([]);
  });

  it('tells somebody on the page “People” what they have become', async () => {
    const perch = open({ as: kerstin });
    fireEvent.click(screen.getByRole('button', { name: 'People' }));
    await screen.findByRole('list', { name: 'Speakers' });
    const regions = screen.getAllByRole('status');
    tell(perch, { me: { role: 'cohost' } });
    await waitFor(() => expect(said()).toContain('You are a co-host now.'));
    // A region that came with its words would say nothing.
    expect(screen.getAllByRole('status')).toEqual(regions);
    tell(perch, { me: { role: 'listener' } });
    await waitFor(() => expect(said()).toContain('You are among the listeners again.'));
  });

  it('tells once that the host is away, and that the Space has one again', async () => {
    const perch = open({ as: kerstin });
    expect(said()).not.toContain('The Space has its host again.');
    tell(perch, { stage: { hostLostAt: Date.now() - 12_000 } });
    await waitFor(() => expect(said()).toContain('The host is away. The Space goes on.'));
    tell(perch, { stage: { hostLostAt: null } });
    await waitFor(() => expect(said()).toContain('The Space has its host again.'));
  });

  it('tells of a mute by a host, for as long as it is so', async () => {
    const perch = open({ as: kerstin });
    perch.room.value = { ...perch.room.value, mutedByHost: true };
    await waitFor(() => expect(said().join()).toContain('A host muted you.'));
    perch.room.value = { ...perch.room.value, mutedByHost: false };
    await waitFor(() => expect(said().join()).not.toContain('A host muted you.'));
  });

  it('tells who came on stage and who left it, not who stood there at first', async () => {
    const perch = await openWhole();
    expect(said().join()).not.toContain('stage');
    tell(perch, { stage: { people: [ana, kerstin, { ...yuki, role: 'speaker' }] } });
    const both = 'On stage now: Yūki. No longer on stage: Malik.';
    await waitFor(() => expect(said()).toContain(both), { timeout: 4000 });
  });

  it('gathers reactions into one sentence', async () => {
    const perch = await openWhole();
    vi.useFakeTimers();
    perch.desk.sendReactions([[null, '👏', 5]]);
    perch.desk.sendReactions([[ana.pid, '👏', 1]]);
    perch.desk.sendReactions([[kerstin.pid, '💜', 1]]);
    await vi.advanceTimersByTimeAsync(5000);
    vi.useRealTimers();
    await waitFor(() => expect(said().join()).toContain('Reactions: \u20686 👏\u2069'));
  });
});
