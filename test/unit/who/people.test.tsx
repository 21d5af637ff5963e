import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Stage } from '#shared/schema/stage.ts';
import { fetchPeoplePage } from '#shared/ui/people-place.tsx';
import { Popup } from '#shared/ui/popup.tsx';
import {
  ana,
  inside,
  kerstin,
  malik,
  queue,
  tell,
  walks,
  yuki,
  type Inside,
} from '../../support/in-space.ts';
import { stagePerson } from '../../support/people.ts';
import { show } from '../../support/show.tsx';

// It comes later than the popup, and is at hand from then on.
beforeAll(async () => void (await fetchPeoplePage()));

const PICTURE = 'data:image/webp;base64,AAAA';
const other = stagePerson(9, 'АNA', 'speaker');
const identities: Stage['identities'] = [
  { pid: ana.pid, network: 'mastodon', handle: '@ana@mastodon.social' },
  { pid: ana.pid, network: 'bluesky', handle: '@ana.bsky.social' },
];
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

function open(scene: Partial<Inside> = {}) {
  const people = [{ ...ana, pic: 'anaferreira00000' }, malik, kerstin, other];
  const perch = inside({ as: yuki, ...scene, stage: { people, identities, ...scene.stage } });
  show(perch, <Popup />);
  return { perch, desk: perch.desk };
}
const rowOf = (name: string) =>
  screen.getAllByRole('listitem').find((row) => row.querySelector('bdi')?.textContent === name)!;
const textIn = (element: HTMLElement) => element.textContent.replace(/[\u2068\u2069]/g, '');

describe('the picture of a person', () => {
  it('takes the place of the initial once it is there, and leaves it below', () => {
    const perch = inside({ as: yuki, stage: { people: [{ ...ana, pic: 'anaferreira00000' }] } });
    show({ ...perch, picture: () => ({ value: PICTURE }) as never }, <Popup />);
    const [face] = document.querySelectorAll<HTMLElement>('.stage .avatar-face');
    expect(face?.querySelector('img')?.getAttribute('src')).toBe(PICTURE);
    expect(face?.dataset.initial).toBe('A');
  });

  it('is asked for at the server of the Space', () => {
    const asked: unknown[] = [];
    const perch = inside({ as: yuki, stage: { people: [{ ...ana, pic: 'anaferreira00000' }] } });
    perch.view.value = { ...perch.view.value, spaceServer: 'https://other.example' };
    const picture = (...args: unknown[]) => (asked.push(args), { value: null }) as never;
    show({ ...perch, picture }, <Popup />);
    expect(asked).toContainEqual(['anaferreira00000', 'https://other.example']);
    expect(document.querySelector<HTMLElement>('.stage .avatar-face')?.dataset.initial).toBe('A');
  });
});

describe('a person on stage', () => {
  it('is shown with every handle and its network, in words', async () => {
    open();
    press('About Ana');
    const dialog = await screen.findByRole('dialog', { name: 'Ana' });
    expect(textIn(dialog)).toContain('@ana@mastodon.social on Mastodon');
    expect(textIn(dialog)).toContain('@ana.bsky.social on Bluesky');
    expect(within(dialog).queryByText(/similar name/)).toBeNull();
  });

  it('who looks like the host is marked on the stage, in the sheet and among the people', async () => {
    open();
    const stage = screen.getByRole('list', { name: 'On stage' });
    expect(await within(stage).findAllByText(/Not the host/)).toHaveLength(1);
    press('About АNA');
    expect(within(await screen.findByRole('dialog')).getByText(/^Not the host: another person/)).toBeTruthy();
    press('Close');
    press('People');
    expect(textIn(rowOf('АNA'))).toContain('Not the host: another person with a similar name');
    expect(textIn(rowOf('Ana'))).not.toContain('Not the host');
  });

  it('is muted for the person, and heard again', async () => {
    const { perch, desk } = open();
    press('About Kerstin');
    fireEvent.click(await screen.findByRole('button', { name: /^Mute for me/ }));
    await waitFor(() => expect(desk.calls).toEqual([['muteForMe', kerstin.pid, true]]));
    expect(screen.queryByRole('dialog')).toBeNull();
    tell(perch, { me: { muted: [kerstin.pid] } });
    await waitFor(() => expect(textIn(rowOf('Kerstin'))).toContain('Muted for me'));
    press('People');
    press('Actions for Kerstin');
    fireEvent.click(screen.getByRole('menuitem', { name: 'Unmute for me' }));
    await waitFor(() => expect(desk.calls.at(-1)).toEqual(['muteForMe', kerstin.pid, false]));
  });

  it('is looked at no more once they are gone', async () => {
    const { perch } = open();
    press('About Kerstin');
    await screen.findByRole('dialog');
    tell(perch, { stage: { people: [ana] } });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('offers nothing about oneself', async () => {
    open({ as: kerstin });
    press('About Kerstin');
    const dialog = await screen.findByRole('dialog');
    expect(
      within(dialog)
        .getAllByRole('button')
        .map((button) => button.getAttribute('aria-label')),
    ).toEqual(['Close']);
  });
});

describe('a request', () => {
  const [bea, tomas] = queue.requests;
  const handle = '@bea@birds.social';

  it('shows the hosts the face and the accounts of whoever asks, in the player and among the people', async () => {
    const perch = inside({
      as: ana,
      view: {
        queue: {
          requests: [{ ...bea!, pic: 'beatrice00000000' }, tomas!],
          identities: [{ pid: bea!.pid, network: 'mastodon', handle }],
          invited: [],
        },
      },
    });
    show({ ...perch, picture: () => ({ value: PICTURE }) as never }, <Popup />);
    const ask = screen.getByText(/asks to speak/).closest<HTMLElement>('.ask')!;
    expect(textIn(ask)).toContain(`${handle} on Mastodon`);
    press('People');
    const [first, second] = within(screen.getByRole('list', { name: 'Requests' })).getAllByRole('listitem');
    expect(textIn(first!)).toContain(`${handle} on Mastodon`);
    for (const place of [ask, first!]) expect(place.querySelector('img')?.getAttribute('src')).toBe(PICTURE);
    expect(textIn(second!)).not.toContain(handle);
    expect(second!.querySelector('img')).toBeNull();
  });
});

describe('a request of somebody who looks like the host', () => {
  const requests = [{ ...queue.requests[0]!, name: 'Ana!' }, queue.requests[1]!];

  it('says so wherever it can be approved', async () => {
    open({ as: ana, view: { queue: { ...queue, requests } } });
    const line = 'Not the host: another person with a similar name';
    const ask = screen.getByText(/asks to speak/).closest<HTMLElement>('.ask')!;
    expect(await within(ask).findByText(line)).toBeTruthy();
    press('People');
    const list = screen.getByRole('list', { name: 'Requests' });
    expect(within(list).getAllByText(line)).toHaveLength(1);
  });

  it('is not said of whoever looks like nobody', async () => {
    await import('#shared/policy/look-alike.ts');
    open({ as: ana, view: { queue }, stage: { people: walks.stage } });
    expect(screen.queryByText(/similar name/)).toBeNull();
  });
});
