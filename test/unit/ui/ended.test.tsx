import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Recalled, Recap } from '#shared/schema/recap.ts';
import { profileOf } from '#shared/ui/ended/profile.ts';
import { spanOf } from '#shared/ui/ended/span.ts';
import { Popup } from '#shared/ui/popup.tsx';
import { fakePerch, type FakeState } from '../../support/fake-perch.ts';
import { card, stagePerson } from '../../support/people.ts';
import { show } from '../../support/show.tsx';

// What a test waits for is what it shows, not the time that the first fetch takes.
beforeAll(() => import('#shared/ui/ended/recap-view.tsx'));

const SPACE = card(1, 'Small webs, long walks');
const HOUR_MS = 3_600_000;

const spoke = (number: number, name: string, more: Partial<Recalled> = {}): Recalled => ({
  ...stagePerson(number, name),
  isMe: false,
  spoke: true,
  identities: [],
  ...more,
});
const ana = spoke(1, 'Ana', {
  role: 'host',
  identities: [
    { network: 'mastodon', handle: '@ana@wren.example' },
    { network: 'bluesky', handle: '@ana.bsky.social' },
  ],
});
const malik = spoke(2, 'Malik', { identities: [{ network: 'x', handle: '@malik' }] });

function open(people: Recalled[], more: FakeState = {}) {
  const recap: Recap = { spaceId: SPACE.id, server: null, startedAt: HOUR_MS, listeners: 57, people };
  const perch = fakePerch({
    room: {
      phase: 'over',
      spaceId: SPACE.id,
      title: SPACE.title,
      ended: 'host_ended',
      since: HOUR_MS + 63 * 60_000,
    },
    recap,
    ...more,
  });
  show(perch, <Popup />);
  return perch;
}

const sheet = async (heading: string) => {
  await screen.findByText(heading);
  return within(screen.getByRole('region', { name: `“${SPACE.title}” has ended` }));
};

describe('after a Space', () => {
  it('says how long it was, how many listened and who spoke, the host first', async () => {
    open([malik, ana, spoke(3, 'Quiet', { spoke: false })]);
    const after = await sheet('Who spoke');
    after.getByText('1 hour 3 minutes · up to 57 listening');
    const rows = after.getAllByRole('listitem').map((row) => row.textContent);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('Ana');
    expect(rows[0]).toContain('Host');
    expect(rows[1]).toContain('Malik');
  });

  it('leads to the networks on which people showed themselves, and nobody else', async () => {
    open([ana, malik, spoke(3, 'Guest')]);
    const after = await sheet('Who spoke');
    const links = after
      .getAllByRole('link')
      .map((link) => [link.getAttribute('aria-label'), link.getAttribute('href')]);
    expect(links).toEqual([
      ['Follow Ana on Mastodon', 'https://wren.example/@ana'],
      ['Follow Ana on Bluesky', 'https://bsky.app/profile/ana.bsky.social'],
      ['Follow Malik on X', 'https://x.com/malik'],
    ]);
    for (const link of after.getAllByRole('link')) {
      expect(link.getAttribute('target')).toBe('_blank');
      expect(link.getAttribute('rel')).toBe('noreferrer');
    }
  });

  it('does not ask the person to follow themself', async () => {
    open([{ ...ana, isMe: true }]);
    const after = await sheet('Who spoke');
    after.getByText('You');
    expect(after.queryByRole('link')).toBeNull();
  });

  it('tells who was on stage where nobody was heard', async () => {
    open([{ ...ana, spoke: false }]);
    const after = await sheet('Who was on stage');
    after.getByText('Ana');
  });

  it('folds a crowd, and unfolds it', async () => {
    open(Array.from({ length: 13 }, (_, i) => spoke(10 + i, 'Ana Ferreira')));
    const after = await sheet('Who spoke');
    expect(after.getAllByRole('listitem')).toHaveLength(4);
    fireEvent.click(after.getByRole('button', { name: 'Show all 13' }));
    expect(after.getAllByRole('listitem')).toHaveLength(13);
  });

  it('shows what else is live, and goes when it is closed', async () => {
    const perch = open([ana], { spaces: [card(2, 'Rust audio')] });
    const after = await sheet('Who spoke');
    screen.getByRole('heading', { name: 'Also live now' });
    screen.getByRole('button', { name: 'Start listening: Rust audio' });
    screen.getByRole('button', { name: 'Host a Space' });
    fireEvent.click(after.getByRole('button', { name: 'Close' }));
    expect(perch.calls).toContainEqual(['dismiss']);
  });
});

describe('the page of somebody', () => {
  it.each([
    ['mastodon', '@ana@wren.example', 'https://wren.example/@ana'],
    ['mastodon', '@ana', null],
    ['mastodon', '@ana@evil.example/@other', null],
    ['mastodon', '@a?b@wren.example', null],
    ['bluesky', '@ana.bsky.social', 'https://bsky.app/profile/ana.bsky.social'],
    ['bluesky', '@../settings', null],
    ['x', '@malik_rains', 'https://x.com/malik_rains'],
    ['x', '@malik/../settings', null],
  ] as const)('on %s of %s is %s', (network, handle, page) => {
    expect(profileOf(network, handle)).toBe(page);
  });
});

describe('the length of a Space', () => {
  it.each([
    [20_000, 'en', '1 minute'],
    [42 * 60_000, 'en', '42 minutes'],
    [2 * HOUR_MS, 'en', '2 hours'],
    [HOUR_MS + 60_000, 'fr', '1 heure 1 minute'],
  ])('of %i ms in %s is %s', (ms, language, words) => {
    expect(spanOf(ms, language).replace(/\s/g, ' ')).toBe(words);
  });
});

describe('without a network', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('says so, and asks for the list again once there is one', async () => {
    vi.stubGlobal('navigator', { ...navigator, onLine: false });
    const perch = fakePerch({ list: { status: 'stale', fault: 'unreachable' } });
    show(perch, <Popup />);
    expect(screen.getByRole('alert').textContent).toContain('You are offline');
    vi.stubGlobal('navigator', { ...navigator, onLine: true });
    dispatchEvent(new Event('online'));
    await vi.waitFor(() => expect(perch.calls).toContainEqual(['refresh']));
    expect(screen.getByRole('alert').textContent).toContain('The server does not answer');
  });
});
