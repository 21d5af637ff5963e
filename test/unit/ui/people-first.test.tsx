import { signal } from '@preact/signals';
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Listed, Why } from '#shared/schema/view.ts';
import { Bar } from '#shared/ui/bar.tsx';
import { Popup } from '#shared/ui/popup.tsx';
import { SpaceCard, type SpaceFacts } from '#shared/ui/space-card.tsx';
import { withSeen } from '../../../extension/entrypoints/timeline/seen.ts';
import { fakePerch, type FakePerch, type FakeState } from '../../support/fake-perch.ts';
import { card, stagePerson } from '../../support/people.ts';
import { show } from '../../support/show.tsx';
import { fetchPreviewSheet } from '#shared/ui/safety/preview-place.tsx';

beforeAll(fetchPreviewSheet);

const AWAY = 'https://away.test';
const ana = stagePerson(1, 'Ana', 'host');
const malik = stagePerson(2, 'Malik');
const why: Why = { is: 'speaks', name: 'Malik', pid: malik.pid };
const walks: Listed = { ...card(1, 'Small webs, long walks', { stage: [ana, malik] }), why, lang: 'en' };
const rust: Listed = { ...card(2, 'Rust audio, week 12', { listeners: 214 }), lang: 'de' };
const away: Listed = { ...card(3, 'Night trains'), server: AWAY };

const REASON = 'Malik, whom you follow, is speaking';

function openBar(state: FakeState): FakePerch {
  const perch = fakePerch({ ...state, view: { servers: [AWAY], ...state.view } });
  show(perch, <Bar state={signal('whole')} openId={signal(null)} openAt={signal(null)} />);
  return perch;
}

function openPopup(state: FakeState): FakePerch {
  const perch = fakePerch({ ...state, view: { servers: [AWAY], ...state.view } });
  show(perch, <Popup />);
  return perch;
}

const row = (title: string) => screen.getByRole('button', { name: `Start listening: ${title}` });
const descriptionOf = (element: Element) =>
  document.getElementById(element.getAttribute('aria-describedby')!)!.textContent;

describe('the reason', () => {
  it('stands before the number in the popup, and is told with the button', () => {
    openPopup({ spaces: [walks, rust] });
    expect(descriptionOf(row(walks.title))).toBe(`${REASON}57 listening`);
    expect(descriptionOf(row(rust.title))).toBe('Ana hosts · 214 listening · German');
  });

  it('takes the place of the number on a card in the bar, also in its name', () => {
    openBar({ spaces: [walks, rust] });
    expect(screen.getByRole('button', { name: `${walks.title}, ${REASON}` })).toBeTruthy();
    expect(screen.getByRole('button', { name: `${rust.title}, Ana hosts · 214 listening` })).toBeTruthy();
  });

  it.each<[Why['is'], string]>([
    ['hosts', 'Malik, whom you follow, hosts'],
    ['speaks', REASON],
    ['seen', 'Malik, from your timeline, is speaking'],
  ])('that somebody %s reads as such', (is, sentence) => {
    openPopup({ spaces: [{ ...walks, why: { ...why, is } }] });
    expect(screen.getByText(sentence)).toBeTruthy();
  });

  it('keeps a name in right-to-left letters in its own order', () => {
    openPopup({ spaces: [{ ...walks, why: { ...why, name: 'נועה' } }] });
    expect(screen.getByText('\u2068נועה\u2069, whom you follow, is speaking')).toBeTruthy();
  });

  it('stands in the previews and on a post’s card', async () => {
    openPopup({ spaces: [walks] });
    fireEvent.click(screen.getByRole('button', { name: `Preview: ${walks.title}` }));
    expect(within(await screen.findByRole('dialog')).getByText(REASON)).toBeTruthy();
    const perch = fakePerch({ spaces: [walks] });
    const link = { server: perch.view.value.server!, spaceId: walks.id };
    show(perch, <SpaceCard facts={signal<SpaceFacts | null>(null)} link={link} />);
    expect(within(screen.getByRole('region', { name: walks.title })).getByText(REASON)).toBeTruthy();
  });
});

describe('a Space of another server in the list', () => {
  it('says where it is, and is joined and looked at there', async () => {
    const perch = openPopup({ spaces: [away] });
    expect(descriptionOf(row(away.title))).toContain('away.test');
    fireEvent.click(row(away.title));
    expect(perch.calls).toContainEqual(['join', away.id, undefined, AWAY]);
    fireEvent.click(screen.getByRole('button', { name: `Preview: ${away.title}` }));
    await waitFor(() => expect(perch.desk.calls).toContainEqual(['preview', away.id, AWAY]));
  });

  it('is not taken for the one at home that the person is in, nor the other way round', () => {
    const room = { phase: 'live', spaceId: away.id, title: 'At home' } as const;
    openPopup({ spaces: [away], room });
    expect(row(away.title)).toBeTruthy();
    openPopup({ spaces: [away], room, view: { spaceServer: AWAY } });
    expect(screen.queryByRole('button', { name: `Start listening: ${away.title}` })).toBeNull();
  });
});

describe('the order', () => {
  const titles = () =>
    within(screen.getByRole('region', { name: 'Live Spaces' }))
      .getAllByRole('listitem')
      .map((item) => item.querySelector('bdi')!.textContent);
  const spaces = [{ ...walks, why: undefined }, rust, away];
  const reordered = (perch: FakePerch, next: Listed[]) => {
    perch.view.value = { ...perch.view.value, list: { ...perch.view.value.list, spaces: next } };
  };

  it('of the bar stays while a pointer or the focus is in it, and nothing moves under a click', async () => {
    const perch = openBar({ spaces: spaces.slice(0, 2) });
    const bar = screen.getByRole('region', { name: 'Live Spaces' });
    let isHeld = true;
    // What happy-dom knows nothing of.
    const matches = (selector: string) =>
      selector === ':hover, :focus-within' ? isHeld : Element.prototype.matches.call(bar, selector);
    Object.assign(bar, { matches });
    reordered(perch, [away, rust, walks]);
    await screen.findByText(REASON);
    expect(titles()).toEqual([walks.title, rust.title]);
    isHeld = false;
    reordered(perch, [away, rust, { ...walks }]);
    await waitFor(() => expect(titles()[0]).toBe(away.title));
  });

  it('of the bar follows the list while nobody points at it', async () => {
    const perch = openBar({ spaces: spaces.slice(0, 2) });
    reordered(perch, [rust, walks]);
    await waitFor(() => expect(titles()).toEqual([rust.title, walks.title]));
  });
});

describe('authors who were seen on a page', () => {
  const view = fakePerch({ spaces: [rust, { ...walks, why: undefined }, { ...away, why }] }).view.value;
  const whys = (seen: string[]) =>
    withSeen(view, new Set(seen)).list.spaces.map((one) => [one.title, one.why?.is ?? null]);

  it('bring their Space to the front, after those of followed people', () => {
    expect(whys([malik.pid])).toEqual([
      [away.title, 'speaks'],
      [walks.title, 'seen'],
      [rust.title, null],
    ]);
  });

  it('are named as the Space names them, and count no more once they are off the stage', () => {
    const [, seen] = withSeen(view, new Set([malik.pid])).list.spaces;
    expect(seen!.why).toMatchObject({ is: 'seen', name: 'Malik', pid: malik.pid });
    expect(whys(['p_gone']).every(([, is]) => is !== 'seen')).toBe(true);
  });
});
