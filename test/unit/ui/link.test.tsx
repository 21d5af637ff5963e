import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Space } from '#shared/schema/space.ts';
import type { Found } from '#shared/schema/view.ts';
import { spaceLinkOf } from '#shared/schema/space-link.ts';
import { Popup } from '#shared/ui/popup.tsx';
import { fakeLink, spaceOf, type FakeLink } from '../../support/fake-link.ts';
import { fakePerch, type FakeState } from '../../support/fake-perch.ts';
import { card, stagePerson, ulidOf } from '../../support/people.ts';
import { show } from '../../support/show.tsx';

const HOME = 'http://localhost:8790';
const AWAY = 'https://spaces.example.org';
const rust = card(2, 'Rust audio, week 12');
const tea = card(3, 'Thé et timelines', {
  stage: ['Léa', 'Jo', 'Ravi', 'Sam'].map((name, i) => stagePerson(i + 1, name, i ? 'speaker' : 'host')),
  onStage: 6,
});
const START = { name: `Start listening: ${tea.title}` };

const live: Found<Space> = { found: spaceOf(tea), fault: null };

function open(link: FakeLink, state: FakeState = { spaces: [rust] }) {
  const perch = fakePerch(state);
  show(perch, <Popup link={link} />);
  return perch;
}
const offer = () => screen.findByRole('region', { name: 'On this page' });
const noOffer = () =>
  waitFor(() => expect(screen.queryByRole('region', { name: 'On this page' })).toBeNull());

describe('the address of a share page', () => {
  it.each([
    [`https://spaces.example.org/s/${tea.id}`, 'https://spaces.example.org'],
    [`https://spaces.example.org:8443/s/${tea.id}/`, 'https://spaces.example.org:8443'],
    [`https://spaces.example.org/s/${tea.id}/player`, 'https://spaces.example.org'],
    [`https://spaces.example.org/s/${tea.id}?from=x#top`, 'https://spaces.example.org'],
    [`http://localhost:8790/s/${tea.id}`, 'http://localhost:8790'],
    [`http://127.0.0.1:8790/s/${tea.id}`, 'http://127.0.0.1:8790'],
  ])('is known: %s', (address, server) => {
    expect(spaceLinkOf(address)).toEqual({ server, spaceId: tea.id });
  });

  it.each([
    '',
    'about:blank',
    'https://spaces.example.org/',
    `http://spaces.example.org/s/${tea.id}`,
    `http://localhost.example.org/s/${tea.id}`,
    `https://spaces.example.org/x/s/${tea.id}`,
    `https://spaces.example.org/s/${tea.id}/more`,
    `https://spaces.example.org/s/${tea.id.toLowerCase()}x`,
    `https://me:secret@spaces.example.org/s/${tea.id}`,
    `chrome-extension://abc/s/${tea.id}`,
  ])('is none: %s', (address) => {
    expect(spaceLinkOf(address)).toBeNull();
  });
});

describe('the popup over a page of a Space', () => {
  it('says what it is, where, and who is on stage', async () => {
    open(fakeLink(AWAY, tea.id, live));
    const text = (await offer()).textContent;
    await screen.findByRole('heading', { name: tea.title });
    expect(text).toContain('spaces.example.org');
    expect((await offer()).textContent).toContain('Léa hosts · 57 listening');
    expect((await offer()).textContent).toContain('With Jo, Ravi, Sam, and 2 others on stage');
  });

  it('joins with one click where the server is known', async () => {
    const link = fakeLink(AWAY, tea.id, live);
    const perch = open(link, { spaces: [rust], view: { servers: [AWAY] } });
    fireEvent.click(await screen.findByRole('button', START));
    expect(perch.calls).toEqual([['join', tea.id, undefined, AWAY]]);
    expect(link.calls).toEqual(['look']);
  });

  it('asks one question before it adds a server, then joins', async () => {
    const link = fakeLink(AWAY, tea.id, live);
    const perch = open(link);
    fireEvent.click(await screen.findByRole('button', START));
    const question = screen.getByRole('alertdialog', { name: 'Add spaces.example.org?' });
    expect(link.calls).toEqual(['look']);
    expect(perch.calls).toEqual([]);
    fireEvent.click(within(question).getByRole('button', { name: 'Add and listen' }));
    await waitFor(() => expect(perch.calls).toEqual([['join', tea.id, undefined, AWAY]]));
    expect(link.calls).toEqual(['look', 'add']);
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  it('adds nothing and joins nothing when the answer is no', async () => {
    const link = fakeLink(AWAY, tea.id, live);
    const perch = open(link);
    fireEvent.click(await screen.findByRole('button', START));
    fireEvent.click(screen.getByRole('button', { name: 'Not now' }));
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect([link.calls, perch.calls]).toEqual([['look'], []]);
  });

  it('says in the question that the server could not be added', async () => {
    const link = fakeLink(AWAY, tea.id, live, { fault: 'unreachable' });
    const perch = open(link);
    fireEvent.click(await screen.findByRole('button', START));
    fireEvent.click(screen.getByRole('button', { name: 'Add and listen' }));
    const problem = await within(screen.getByRole('alertdialog')).findByRole('alert');
    expect(problem.textContent).toContain('The server does not answer');
    expect(perch.calls).toEqual([]);
  });

  it('stands once where the list at home has it too, and follows the list', async () => {
    const link = fakeLink(HOME, tea.id, { found: null, fault: 'unreachable' });
    const perch = open(link, { spaces: [{ ...tea, listeners: 99 }, rust] });
    expect((await offer()).textContent).toContain('99 listening');
    expect(screen.getAllByRole('button', START)).toHaveLength(1);
    expect(screen.getByRole('button', { name: `Start listening: ${rust.title}` })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', START));
    expect([link.calls, perch.calls]).toEqual([[], [['join', tea.id]]]);
  });

  it('asks what became of a Space that the list at home no longer has', async () => {
    const link = fakeLink(HOME, tea.id, { found: spaceOf(tea, { state: 'ended' }), fault: null });
    const perch = open(link, { spaces: [tea, rust] });
    perch.view.value = { ...perch.view.value, list: { ...perch.view.value.list, spaces: [rust] } };
    await within(await offer()).findByText('The Space has ended');
    expect(link.calls).toEqual(['look']);
  });

  it('hides no Space at home that goes by the same id', async () => {
    open(fakeLink(AWAY, rust.id, { found: spaceOf({ ...tea, id: rust.id }), fault: null }));
    await screen.findByRole('button', START);
    expect(screen.getByRole('button', { name: `Start listening: ${rust.title}` })).toBeTruthy();
  });

  it('is not offered to whoever is in it, and to whoever is in another it is', async () => {
    const room = { phase: 'live', spaceId: tea.id, title: tea.title } as const;
    const link = fakeLink(AWAY, tea.id, live);
    open(link, { room, view: { servers: [AWAY], spaceServer: AWAY } });
    await noOffer();
    expect(link.calls).toEqual([]);
    open(fakeLink(AWAY, tea.id, live), { room, view: { servers: [AWAY] } });
    await offer();
    open(fakeLink(AWAY, tea.id, live), { room: { ...room, spaceId: rust.id } });
    await offer();
  });

  it('says that it has ended', async () => {
    open(fakeLink(AWAY, tea.id, { found: spaceOf(tea, { state: 'ended' }), fault: null }));
    await within(await offer()).findByText('The Space has ended');
    expect(screen.queryByRole('button', START)).toBeNull();
  });

  it('says that the server does not answer, and asks again', async () => {
    const link = fakeLink(AWAY, tea.id, { found: null, fault: 'unreachable' });
    open(link);
    await within(await offer()).findByText('The server does not answer');
    fireEvent.click(within(await offer()).getByRole('button', { name: 'Try again' }));
    expect(link.calls).toEqual(['look', 'look']);
  });

  it('offers nothing on a page that only looks like one', async () => {
    open(fakeLink('https://example.org', ulidOf(9), { found: null, fault: 'not_perch' }));
    await noOffer();
  });

  it('tells of a known server that is none any more', async () => {
    open(fakeLink(AWAY, tea.id, { found: null, fault: 'not_perch' }), { view: { servers: [AWAY] } });
    await within(await offer()).findByText('There is no Perch server at this address');
  });

  it('keeps its place while it looks, so that nothing moves under a finger', async () => {
    open(fakeLink(AWAY, tea.id, Promise.withResolvers<Found<Space>>().promise));
    expect((await offer()).getAttribute('aria-busy')).toBe('true');
  });
});

describe('a Space of another server', () => {
  const away = { servers: [AWAY], spaceServer: AWAY };

  it('is asked about and joined where it is, under no name of home', async () => {
    const perch = fakePerch({ spaces: [rust], view: { servers: [AWAY], name: 'Ana' } });
    perch.answers.join = { fault: 'anonymous_refused' };
    show(perch, <Popup link={fakeLink(AWAY, tea.id, live)} />);
    fireEvent.click(await screen.findByRole('button', START));
    fireEvent.click(await screen.findByRole('button', { name: 'Listen with my name' }));
    expect(perch.calls.at(-1)).toEqual(['join', tea.id, { shown: true }, AWAY]);
  });

  it('is asked about where it is after a click in a page', () => {
    const question = { spaceId: tea.id, server: AWAY, fault: 'blocked_on_stage' } as const;
    const perch = fakePerch({ spaces: [rust], view: { servers: [AWAY], question } });
    show(perch, <Popup />);
    fireEvent.click(screen.getByRole('button', { name: 'Listen anyway' }));
    expect(perch.calls.at(-1)).toEqual(['join', tea.id, { despiteBlocked: true }, AWAY]);
  });

  it('is joined again where it was after the sound broke off', () => {
    const room = { phase: 'over', spaceId: tea.id, title: tea.title, fault: 'media_unreachable' } as const;
    const perch = fakePerch({ spaces: [rust], room, view: away });
    show(perch, <Popup />);
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(perch.calls.at(-1)).toEqual(['join', tea.id, undefined, AWAY]);
  });

  it('names the server that did not answer', async () => {
    const perch = fakePerch({ spaces: [rust], view: { servers: [AWAY] } });
    perch.answers.join = { fault: 'unreachable' };
    show(perch, <Popup link={fakeLink(AWAY, tea.id, live)} />);
    fireEvent.click(await screen.findByRole('button', START));
    expect((await screen.findByRole('alert')).textContent).toContain(`Server: ${AWAY}`);
    expect(within(screen.getByRole('alert')).queryByRole('button', { name: 'Settings' })).toBeNull();
  });

  it('takes nothing from a Space at home that goes by the same id', () => {
    const room = { phase: 'live', spaceId: rust.id, title: 'Elsewhere', role: 'listener' } as const;
    show(fakePerch({ spaces: [rust], room, view: away }), <Popup />);
    expect(screen.getByRole('button', { name: `Start listening: ${rust.title}` })).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Now playing' }).textContent).not.toContain('57 listening');
  });
});
