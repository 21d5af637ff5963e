import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import { may, PERSON_ACTIONS, type PersonAction } from '#shared/policy/policy.ts';
import { ROLES, type Role, type StagePerson } from '#shared/schema/space.ts';
import { fetchPeoplePage } from '#shared/ui/people-place.tsx';
import { Popup } from '#shared/ui/popup.tsx';
import { en } from '#shared/words/en.ts';
import type { FakePerch } from '../../support/fake-perch.ts';
import {
  ana,
  bea,
  inside,
  kerstin,
  malik,
  ONE_OF_EACH,
  queue,
  tell,
  tomas,
  walks,
  type Inside,
} from '../../support/in-space.ts';
import { stagePerson } from '../../support/people.ts';
import { show } from '../../support/show.tsx';

// It comes later than the popup, and is at hand from then on.
beforeAll(async () => void (await fetchPeoplePage()));

const shown = [bea, tomas];
const button = (name: string) => screen.getByRole('button', { name });
const press = (name: string) => fireEvent.click(button(name));

function open(scene: Inside): FakePerch {
  const perch = inside({ ...scene, stage: { shown, ...scene.stage } });
  show(perch, <Popup />);
  press('People');
  return perch;
}
const namesIn = (list: string) =>
  within(screen.getByRole('list', { name: list }))
    .getAllByRole('listitem')
    .map((row) => row.querySelector('bdi')!.textContent);
const menuOf = (name: string) => {
  press(`Actions for ${name}`);
  return screen.getAllByRole('menuitem').map((item) => item.textContent);
};
const choose = (name: string, item: string) => {
  press(`Actions for ${name}`);
  fireEvent.click(screen.getByRole('menuitem', { name: item }));
};

describe('the people', () => {
  it('stand in their lists', () => {
    open({ as: ana, view: { queue: { ...queue, requests: queue.requests.slice(0, 1) } } });
    expect(namesIn('Host')).toEqual(['Ana']);
    expect(namesIn('Co-hosts')).toEqual(['Malik']);
    expect(namesIn('Speakers')).toEqual(['Kerstin']);
    expect(namesIn('Requests')).toEqual(['Bea']);
    expect(namesIn('Listeners')).toEqual(['Tomás']);
    expect(screen.getByText('+55 listeners')).toBeTruthy();
  });

  it('ask nobody but the hosts', () => {
    open({ as: kerstin });
    expect(screen.queryByRole('list', { name: 'Requests' })).toBeNull();
    expect(namesIn('Listeners')).toEqual(['Bea', 'Tomás']);
  });

  it('are named to the hosts while they are invited, even if they hide their names since', () => {
    const rex = stagePerson(77, 'Rex', 'listener');
    open({
      as: ana,
      view: { queue: { requests: [], identities: [], invited: [{ pid: rex.pid, name: 'Rex' }] } },
    });
    expect(namesIn('Listeners')).toEqual(['Rex', 'Bea', 'Tomás']);
    expect(screen.getByText('Invited')).toBeTruthy();
    expect(menuOf('Rex')).toEqual(['Take the invitation back', 'Remove', 'Block and report']);
  });
});

/** Approving and dismissing stand on the row of a request, and an invitation is taken back where one stands. */
const IN_EVERY_MENU = (Object.keys(PERSON_ACTIONS) as PersonAction[]).filter(
  (action) => !['approve', 'dismiss', 'uninvite'].includes(action),
);
const another = (role: Role): StagePerson => stagePerson(200 + ROLES.indexOf(role), `Other ${role}`, role);

describe.each(ROLES)('the menus of a %s', (mine) => {
  it.each(ROLES)('hold what the policy allows to a %s, and nothing else', (theirs) => {
    const other = another(theirs);
    const me = ONE_OF_EACH[mine];
    const people = [me, other].filter(({ role }) => role !== 'listener');
    open({ as: me, stage: { people, shown: theirs === 'listener' ? [other] : [] } });
    const allowed = IN_EVERY_MENU.filter((action) => may(mine, PERSON_ACTIONS[action], theirs));
    const expected = allowed.map((action): string => en[`do_${action}`]);
    // Whoever only listens cannot be heard anyway.
    if (theirs !== 'listener') expected.push('Mute for me');
    expect(menuOf(other.name).toSorted()).toEqual([...expected, 'Block and report'].toSorted());
  });

  it('leave oneself alone', () => {
    const me = ONE_OF_EACH[mine];
    open({ as: me, stage: { shown: mine === 'listener' ? [me] : [] } });
    expect(screen.queryByRole('button', { name: `Actions for ${me.name}` })).toBeNull();
  });

  it('come with the settings and the muting of all as far as the policy goes', () => {
    open({ as: ONE_OF_EACH[mine] });
    const has = (name: string) => screen.queryByRole('button', { name }) !== null;
    expect(has('Space settings')).toBe(may(mine, 'settings', 'space'));
    expect(has('Mute all')).toBe(may(mine, 'muteAll', 'space'));
  });
});

describe('doing something about a person', () => {
  it.each([
    ['Bea', bea, 'Invite to speak', 'invite'],
    ['Kerstin', kerstin, 'Mute', 'mute'],
    ['Kerstin', kerstin, 'Move to listeners', 'demote'],
    ['Kerstin', kerstin, 'Make co-host', 'cohost'],
    ['Malik', malik, 'Remove as co-host', 'uncohost'],
  ])('to %s takes one choice', (name, { pid }, item, action) => {
    const { desk } = open({ as: ana });
    choose(name, item);
    expect(desk.calls).toEqual([['person', pid, action]]);
    expect(document.activeElement).toBe(button(`Actions for ${name}`));
  });

  it.each([
    ['Remove', 'Remove Kerstin from this Space?', 'Remove', 'remove'],
    ['Hand the Space over', 'Make Kerstin the host?', 'Hand over', 'host'],
  ])('asks once before %s', async (item, title, go, action) => {
    const { desk } = open({ as: ana });
    choose('Kerstin', item);
    const question = within(screen.getByRole('alertdialog', { name: title }));
    expect(desk.calls).toEqual([]);
    expect(document.activeElement?.textContent).toBe('Cancel');
    fireEvent.click(question.getByRole('button', { name: go }));
    expect(desk.calls).toEqual([['person', kerstin.pid, action]]);
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  });

  it('says at the top what was refused', async () => {
    const { desk } = open({ as: ana });
    desk.answers.person = { fault: 'cohosts_full' };
    choose('Kerstin', 'Make co-host');
    expect((await screen.findByRole('alert')).textContent).toContain('There are two co-hosts already');
  });

  it('approves and dismisses in the row', () => {
    const { desk } = open({ as: malik, view: { queue } });
    const [first, second] = within(screen.getByRole('list', { name: 'Requests' })).getAllByRole('listitem');
    fireEvent.click(within(first!).getByRole('button', { name: 'Approve' }));
    fireEvent.click(within(second!).getByRole('button', { name: 'Dismiss' }));
    expect(desk.calls).toEqual([
      ['person', bea.pid, 'approve'],
      ['person', tomas.pid, 'dismiss'],
    ]);
  });
});

describe('the focus', () => {
  it('goes to the title when whoever was asked about is gone before the answer', async () => {
    const perch = open({ as: ana });
    button('Actions for Kerstin').focus();
    choose('Kerstin', 'Remove');
    const question = await screen.findByRole('alertdialog');
    tell(perch, { stage: { people: [ana, malik] } });
    await waitFor(() => expect(screen.queryByText('Kerstin')).toBeNull());
    fireEvent.click(within(question).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(document.activeElement?.textContent).toBe('People'));
  });

  it('goes to the next request when one leaves the list', async () => {
    const perch = open({ as: ana, view: { queue } });
    const rows = () => within(screen.getByRole('list', { name: 'Requests' })).getAllByRole('listitem');
    const approve = within(rows()[0]!).getByRole('button', { name: 'Approve' });
    approve.focus();
    fireEvent.click(approve);
    tell(perch, {
      stage: { people: [...walks.stage, { ...bea, role: 'speaker' }], shown: [] },
      view: { queue: { ...queue, requests: queue.requests.slice(1) } },
    });
    await waitFor(() => expect(rows()).toHaveLength(1));
    expect(rows()[0]!.contains(document.activeElement)).toBe(true);
  });

  it('is on the title of a page, and back on what opened it', async () => {
    open({ as: ana });
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'People', level: 1 }));
    press('Back');
    await waitFor(() => expect(document.activeElement).toBe(button('People')));
  });
});

describe('Escape', () => {
  it('closes the page and not the popup', async () => {
    open({ as: ana });
    expect(fireEvent.keyDown(document.activeElement!, { key: 'Escape' })).toBe(false);
    await screen.findByRole('region', { name: 'Now playing' });
  });

  it('closes a question alone', () => {
    const { desk } = open({ as: ana });
    choose('Kerstin', 'Remove');
    expect(fireEvent.keyDown(document.activeElement!, { key: 'Escape' })).toBe(false);
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(screen.getByRole('heading', { name: 'People', level: 1 })).toBeTruthy();
    expect(document.activeElement).toBe(button('Actions for Kerstin'));
    expect(desk.calls).toEqual([]);
  });
});

it('goes back to the list when the Space is over', async () => {
  const perch = open({ as: ana });
  perch.room.value = { ...perch.room.value, phase: 'over', ended: 'too_long' };
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Live Spaces', level: 1 })).toBeTruthy());
});

describe('the settings of a Space', () => {
  const set = (scene: Partial<Inside> = {}) => {
    const perch = open({ as: ana, ...scene });
    press('Space settings');
    return perch;
  };

  it('tell what holds', () => {
    set({ stage: { speakPolicy: 'everyone', allowGuests: false } });
    const isOn = (name: string) => screen.getByRole('switch', { name }).getAttribute('aria-checked');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Everyone' }).checked).toBe(true);
    expect(isOn('Lock new requests')).toBe('false');
    expect(isOn('Allow anonymous listeners')).toBe('true');
    expect(isOn('Let guests in')).toBe('false');
  });

  it('say what the server is told of whom the host follows, while that decides', async () => {
    const perch = set({ stage: { speakPolicy: 'followed' } });
    const radio = screen.getByRole<HTMLInputElement>('radio', { name: 'People I follow' });
    expect(radio.checked).toBe(true);
    perch.view.value = { ...perch.view.value, follows: 312 };
    expect(await screen.findByText(/scrambled codes of the 312 people you follow/)).toBeTruthy();
  });

  it.each([
    ['radio', 'Everyone', { speakPolicy: 'everyone' }],
    ['switch', 'Lock new requests', { requestsLocked: true }],
    ['switch', 'Allow anonymous listeners', { allowAnonymous: false }],
    ['switch', 'Let guests in', { allowGuests: false }],
  ])('change at once by the %s %s', (role, name, change) => {
    const { desk } = set();
    fireEvent.click(screen.getByRole(role, { name }));
    expect(desk.calls).toEqual([['settings', change]]);
  });

  it('say what was refused and stay as they are', async () => {
    const perch = set();
    perch.desk.answers.settings = { fault: 'unreachable' };
    fireEvent.click(screen.getByRole('switch', { name: 'Let guests in' }));
    const dialog = screen.getByRole('dialog', { name: 'Space settings' });
    expect((await within(dialog).findByRole('alert')).textContent).toContain('The server does not answer');
    expect(screen.getByRole('switch', { name: 'Let guests in' }).getAttribute('aria-checked')).toBe('true');
  });
});
