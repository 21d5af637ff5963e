import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Device } from '#shared/schema/account.ts';
import { PartContext } from '#shared/ui/context.ts';
import { createDeeds } from '#shared/ui/deeds.ts';
import { DeleteAccount } from '#shared/ui/account/delete-account.tsx';
import { Devices } from '#shared/ui/account/devices.tsx';
import { Popup } from '#shared/ui/popup.tsx';
import { en } from '#shared/words/en.ts';
import { fakeAccount } from '../../support/fake-account.ts';
import { fakePerch, type FakeState } from '../../support/fake-perch.ts';
import { ana, anaAtBluesky, anaAtWalks, anaAtX } from '../../support/fake-sign-in.ts';
import { show } from '../../support/show.tsx';

const known = { name: ana.name, signedIn: true, account: { id: ana.id, picture: null } };

async function openAccount(own: FakeState['own'] = {}, more: FakeState = {}) {
  const perch = fakePerch({ ...more, view: known, own: { me: ana, ...own } });
  show(perch, <Popup />);
  fireEvent.click(screen.getByRole('button', { name: 'Account: Ana Ferreira' }));
  await screen.findByRole('heading', { name: 'Your accounts' });
  return perch;
}
const switchOf = (name: string, index = 0) => screen.getAllByRole('switch', { name })[index]!;

describe('the account in the popup', () => {
  it('names each network account with its network', async () => {
    await openAccount({ me: { ...ana, identities: [anaAtWalks, anaAtBluesky, anaAtX] } });
    const rows = within(screen.getByRole('list', { name: 'Your accounts' })).getAllByRole('listitem');
    expect(rows.map((row) => row.querySelector('.identity-text')?.textContent)).toEqual([
      '@ana@walks.socialMastodon',
      '@ana.bsky.socialBluesky',
      '@ana_fX',
    ]);
  });

  it('changes what is shown once the server has', async () => {
    const perch = await openAccount();
    expect(switchOf('Show in Spaces').getAttribute('aria-checked')).toBe('true');
    perch.own.found.me = { found: { ...ana, identities: [{ ...anaAtWalks, shown: false }] }, fault: null };
    fireEvent.click(switchOf('Show in Spaces'));
    await waitFor(() => expect(switchOf('Show in Spaces').getAttribute('aria-checked')).toBe('false'));
    expect(perch.own.calls).toEqual([['change', 'i1', { shown: false }]]);
  });

  it('says beside the switch why it did not move', async () => {
    const perch = await openAccount();
    perch.own.answers.change = { fault: 'unreachable' };
    fireEvent.click(switchOf('Show in Spaces'));
    expect((await screen.findByRole('alert')).textContent).toContain(en.fault_unreachable);
    expect(switchOf('Show in Spaces').getAttribute('aria-checked')).toBe('true');
  });

  it('asks Bluesky for the leave to set the status, and takes it back without', async () => {
    const perch = await openAccount({ me: { ...ana, identities: [anaAtBluesky] } });
    fireEvent.click(switchOf('Show on Bluesky when I am live'));
    await waitFor(() => expect(perch.own.calls).toHaveLength(1));
    expect(perch.own.calls[0]).toMatchObject([
      'signIn',
      { network: 'bluesky', who: 'ana.bsky.social', purpose: 'status' },
    ]);
    const on = await openAccount({ me: { ...ana, identities: [{ ...anaAtBluesky, status: true }] } });
    fireEvent.click(switchOf('Show on Bluesky when I am live'));
    await waitFor(() => expect(on.own.calls).toEqual([['change', 'i2', { status: false }]]));
  });

  it('asks Mastodon for the leave to read whom the person follows, only where something reads it', async () => {
    await openAccount();
    expect(screen.queryByRole('switch', { name: 'Let Perch read whom you follow' })).toBeNull();
    const off = await openAccount({ follows: [] });
    fireEvent.click(switchOf('Let Perch read whom you follow'));
    await waitFor(() =>
      expect(off.own.calls).toMatchObject([['signIn', { who: '@ana@walks.social', purpose: 'follows' }]]),
    );
    const on = await openAccount({ follows: ['i1'] });
    fireEvent.click(switchOf('Let Perch read whom you follow'));
    await waitFor(() => expect(on.own.calls).toEqual([['follows', 'i1']]));
  });

  it('takes another name, and gives the focus back', async () => {
    const perch = await openAccount();
    fireEvent.click(screen.getByRole('button', { name: 'Change your name' }));
    const name = screen.getByRole<HTMLInputElement>('textbox', { name: 'Your name in Perch' });
    expect(name.value).toBe('Ana Ferreira');
    fireEvent.input(name, { target: { value: ' ' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(perch.own.calls).toEqual([]);
    perch.own.found.me = { found: { ...ana, name: 'Ana F.' }, fault: null };
    fireEvent.input(name, { target: { value: 'Ana F.' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('Ana F.');
    expect(perch.own.calls).toEqual([['rename', 'Ana F.']]);
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Change your name' })),
    );
  });

  it('keeps the name when Escape is pressed, and stays on the page', async () => {
    const perch = await openAccount();
    fireEvent.click(screen.getByRole('button', { name: 'Change your name' }));
    fireEvent.keyDown(screen.getByRole('textbox', { name: 'Your name in Perch' }), { key: 'Escape' });
    await screen.findByRole('button', { name: 'Change your name' });
    expect(perch.own.calls).toEqual([]);
  });

  it('adds another network account', async () => {
    const perch = await openAccount({}, { mastodon: 'walks.social' });
    fireEvent.click(screen.getByRole('button', { name: 'Add another account' }));
    await screen.findByRole('heading', { name: 'Add another account' });
    expect(screen.queryByRole('button', { name: 'Go on as a guest' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Continue' }));
    await waitFor(() => expect(perch.own.calls.at(-1)?.[0]).toBe('signIn'));
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    await screen.findByRole('heading', { name: 'Account' });
  });

  const removeFirst = async () => {
    fireEvent.click(screen.getByRole('button', { name: /^Options for .*@ana@walks\.social/ }));
    fireEvent.click(screen.getByRole('menuitem', { name: 'Remove' }));
    return within(await screen.findByRole('alertdialog'));
  };

  it('asks before it forgets a network account', async () => {
    const perch = await openAccount({ me: { ...ana, identities: [anaAtWalks, anaAtBluesky] } });
    const sheet = await removeFirst();
    expect(sheet.getByText(en.unlinkHelp)).toBeTruthy();
    fireEvent.click(sheet.getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(perch.own.calls).toEqual([['unlink', 'i1']]));
  });

  it('says that the account goes with the last one', async () => {
    await openAccount();
    const sheet = await removeFirst();
    expect(sheet.getByText(en.unlinkLastHelp)).toBeTruthy();
    expect(sheet.getByRole('button', { name: 'Remove and delete' })).toBeTruthy();
    expect(document.activeElement).toBe(sheet.getByRole('button', { name: 'Cancel' }));
  });

  it('signs out at one click, but asks where that ends what the person hears', async () => {
    const perch = await openAccount();
    fireEvent.click(screen.getByRole('button', { name: 'Sign out' }));
    await waitFor(() => expect(perch.own.calls).toEqual([['signOut']]));
    const room = { phase: 'live', spaceId: '01ARZ3NDEKTSV4RRFFQ69G5FAV', title: 'Walks' } as const;
    const inside = await openAccount({}, { room });
    fireEvent.click(screen.getByRole('button', { name: 'Sign out' }));
    const sheet = within(await screen.findByRole('alertdialog'));
    expect(inside.own.calls).toEqual([]);
    fireEvent.click(sheet.getByRole('button', { name: 'Sign out' }));
    await waitFor(() => expect(inside.own.calls).toEqual([['signOut']]));
  });

  it('leads to the settings for the rest', async () => {
    const perch = await openAccount();
    fireEvent.click(screen.getByRole('button', { name: en.moreInSettings }));
    expect(perch.calls).toContainEqual(['openOptions']);
  });

  it('says why it cannot be seen, and tries again', async () => {
    const perch = fakePerch({ view: known });
    perch.own.found.me = { found: null, fault: 'unreachable' };
    show(perch, <Popup />);
    fireEvent.click(screen.getByRole('button', { name: 'Account: Ana Ferreira' }));
    await screen.findByText(en.fault_unreachable);
    perch.own.found.me = { found: ana, fault: null };
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('heading', { name: 'Your accounts' });
  });
});

const part = () => ({ catalogue: signal({ language: 'en', words: en }), deeds: createDeeds() });

describe('the devices', () => {
  const device = (id: string, name: string, current = false): Device => ({
    id,
    device: name,
    at: 0,
    lastUsedAt: Date.UTC(2026, 10, 21, 12),
    current,
  });
  const all = [device('d1', 'Chrome on Linux', true), device('d2', 'Firefox on Windows')];

  it('are named, and each but this one can be signed out', async () => {
    cleanup();
    const desk = fakeAccount({ devices: all });
    render(
      <PartContext.Provider value={part()}>
        <Devices desk={desk} />
      </PartContext.Provider>,
    );
    const list = within(screen.getByRole('list', { name: 'Your devices' }));
    await waitFor(() => expect(list.getAllByRole('listitem')).toHaveLength(2));
    expect(
      list.getAllByRole('listitem').map((row) => row.querySelector('.device-text')?.textContent),
    ).toEqual(['Chrome on LinuxThis device', 'Firefox on WindowsLast used Nov 21, 2026']);
    expect(list.getAllByRole('button')).toHaveLength(1);
    desk.found.devices = { found: all.slice(0, 1), fault: null };
    fireEvent.click(list.getByRole('button', { name: 'Sign out Firefox on Windows' }));
    await waitFor(() => expect(list.getAllByRole('listitem')).toHaveLength(1));
    expect(desk.calls).toEqual([['signOutDevice', 'd2']]);
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Your devices' }));
  });
});

describe('the end of the account', () => {
  it('comes only after a question that says what goes and what stays', async () => {
    cleanup();
    const desk = fakeAccount();
    const account = { ...ana, identities: [anaAtWalks, anaAtBluesky] };
    render(
      <PartContext.Provider value={part()}>
        <DeleteAccount desk={desk} account={account} />
      </PartContext.Provider>,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Delete account' }));
    const sheet = within(await screen.findByRole('alertdialog'));
    expect(sheet.getByText(/Mastodon and Bluesky stay as they are/)).toBeTruthy();
    fireEvent.click(sheet.getByRole('button', { name: 'Cancel' }));
    expect(desk.calls).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Delete account' }));
    fireEvent.click(screen.getByRole('button', { name: 'Delete for good' }));
    await waitFor(() => expect(desk.calls).toEqual([['deleteAccount']]));
  });
});
