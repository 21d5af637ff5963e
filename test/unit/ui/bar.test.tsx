import { signal } from '@preact/signals';
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { BAR_AS_IT_COMES, type BarSettings } from '#shared/schema/view.ts';
import { Bar, barState, type BarState } from '#shared/ui/bar.tsx';
import { SpaceCard, type SpaceFacts } from '#shared/ui/space-card.tsx';
import { fakePerch, type FakeState } from '../../support/fake-perch.ts';
import { card, stagePerson } from '../../support/people.ts';
import { show } from '../../support/show.tsx';

const NOW = 1_000_000;
const walks = card(1, 'Small webs, long walks', { stage: [stagePerson(1, 'Ana', 'host')] });

function stateWith(change: Partial<BarSettings>, more: FakeState = { spaces: [walks] }): BarState {
  return barState(fakePerch({ ...more, view: { bar: { ...BAR_AS_IT_COMES, ...change } } }), 'x.com', NOW);
}

describe('what of the bar a site gets', () => {
  it.each<[string, Partial<BarSettings>, BarState]>([
    ['whole while something is live', {}, 'whole'],
    ['one line once it is collapsed', { collapsed: true }, 'line'],
    ['none while it is hidden for today', { hiddenUntil: NOW + 1 }, 'none'],
    ['whole again the day after', { hiddenUntil: NOW }, 'whole'],
    ['none where it is hidden', { hiddenOn: ['x.com'] }, 'none'],
    ['whole where it is hidden elsewhere', { hiddenOn: ['bsky.app'] }, 'whole'],
  ])('is %s', (_, change, state) => {
    expect(stateWith(change)).toBe(state);
  });

  it('is none while nothing is live, unless the person wants it always', () => {
    expect(stateWith({}, {})).toBe('none');
    expect(stateWith({ always: true }, {})).toBe('whole');
    expect(stateWith({}, { room: { phase: 'live' } })).toBe('whole');
  });
});

function showBar(state: BarState, more: FakeState = { spaces: [walks] }) {
  const perch = fakePerch(more);
  const asked: unknown[] = [];
  const verb = (name: string) => async (value?: unknown) => {
    asked.push(value === undefined ? name : [name, value]);
    return { fault: null };
  };
  perch.bar = { hideToday: verb('hideToday'), hideHere: verb('hideHere'), collapse: verb('collapse') };
  show(perch, <Bar state={signal(state)} openId={signal(null)} openAt={signal(null)} />);
  return asked;
}

describe('the bar', () => {
  it('says how many are live on its one line, which brings it back', async () => {
    const asked = showBar('line');
    fireEvent.click(screen.getByRole('button', { name: '1 Space is live. Show the bar' }));
    await waitFor(() => expect(asked).toEqual([['collapse', false]]));
  });

  it('names the Space that the person is in on its one line', () => {
    showBar('line', { spaces: [walks], room: { phase: 'live', spaceId: walks.id, title: walks.title } });
    screen.getByRole('button', { name: 'Small webs, long walks. Show the bar' });
  });

  it('offers to host where it is quiet and wanted always', () => {
    showBar('whole', {});
    screen.getByText('It is quiet right now');
    screen.getByRole('button', { name: 'Host a Space' });
  });

  it('is not there at all where it is hidden', () => {
    showBar('none');
    expect(screen.queryByRole('region', { name: 'Live Spaces' })).toBeNull();
  });
});

const facts: SpaceFacts = { ...walks, state: 'live' };
const HOME = 'http://localhost:8790';
const ABROAD = 'https://spaces.example.org';

function showCard(link: { server: string }, more: FakeState = {}, said: SpaceFacts | null = facts) {
  const perch = fakePerch(more);
  show(perch, <SpaceCard facts={signal(said)} link={{ ...link, spaceId: walks.id }} />);
  return perch;
}

describe('the card of a Space in a post', () => {
  it('joins at home what the list has, and says who hosts', async () => {
    const perch = showCard({ server: HOME }, { spaces: [{ ...walks, listeners: 3 }] }, null);
    screen.getByText('Ana hosts · 3 listening');
    fireEvent.click(screen.getByRole('button', { name: 'Start listening' }));
    await waitFor(() => expect(perch.calls).toEqual([['join', walks.id]]));
  });

  it('names who else is on stage', () => {
    const stage = [stagePerson(1, 'Ana', 'host'), stagePerson(2, 'Malik'), stagePerson(3, 'Kerstin')];
    showCard({ server: ABROAD }, {}, { ...facts, stage, onStage: 5 });
    screen.getByText('With Malik, Kerstin, and 2 others on stage');
  });

  it('joins another server’s Space there', async () => {
    const perch = showCard({ server: ABROAD });
    fireEvent.click(screen.getByRole('button', { name: 'Start listening' }));
    await waitFor(() => expect(perch.calls).toEqual([['join', walks.id, undefined, ABROAD]]));
  });

  it('takes no other server’s word for a Space at home', () => {
    showCard({ server: ABROAD }, { spaces: [{ ...walks, title: 'At home' }] });
    screen.getByRole('region', { name: 'Small webs, long walks' });
  });

  it('says that a Space is over, and offers nothing', () => {
    showCard({ server: HOME }, {}, { ...facts, state: 'ended' });
    screen.getByText('The Space has ended');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says so where the person is in it', () => {
    showCard({ server: HOME }, { spaces: [walks], room: { phase: 'live', spaceId: walks.id } });
    screen.getByText('You are listening');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('is nothing before its server has said something', () => {
    showCard({ server: ABROAD }, {}, null);
    expect(screen.queryByRole('region')).toBeNull();
  });
});
