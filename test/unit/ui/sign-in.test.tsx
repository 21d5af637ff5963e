import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '#shared/schema/view.ts';
import { Popup } from '#shared/ui/popup.tsx';
import { en } from '#shared/words/en.ts';
import { fakePerch, type FakeState } from '../../support/fake-perch.ts';
import { ana, anaAtBluesky, TICKET } from '../../support/fake-sign-in.ts';
import { card } from '../../support/people.ts';
import { show } from '../../support/show.tsx';

const WISH = { network: 'mastodon', who: '@ana@walks.social', purpose: 'sign-in', next: 'list' } as const;

/** The page to sign in on, as the popup shows it. */
async function openSignIn(state: FakeState = {}) {
  const perch = fakePerch(state);
  show(perch, <Popup />);
  if (!state.view?.signIn) fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  await screen.findByRole('button', { name: /^(?:Continue|Try again|Open it again)$/ });
  return perch;
}
const server = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Your Mastodon server' });
const go = () => screen.getByRole('button', { name: /^(?:Continue|Try again)$/ });
const write = (input: HTMLInputElement, value: string) => fireEvent.input(input, { target: { value } });
const networks = () =>
  within(screen.getByRole('group', { name: 'Sign in with' }))
    .getAllByRole('radio')
    .map((radio) => radio.closest('label')!.textContent);

describe('the page to sign in on', () => {
  it('says what Perch will see, and begins where one writes', async () => {
    await openSignIn();
    expect(screen.getByText(en.signInSees)).toBeTruthy();
    expect(document.activeElement).toBe(server());
    expect(screen.getAllByRole('button').filter((one) => one.classList.contains('button-primary'))).toEqual([
      go(),
    ]);
  });

  it.each([
    ['mastodon.social', 'mastodon.social', 'mastodon.social'],
    ['https://Mastodon.Social/@ana', 'mastodon.social', 'mastodon.social'],
    [' @ana@walks.social ', '@ana@walks.social', 'walks.social'],
  ])('takes “%s” for a Mastodon server, and remembers it', async (text, who, host) => {
    const perch = await openSignIn();
    write(server(), text);
    fireEvent.click(go());
    await waitFor(() => expect(perch.own.calls).toHaveLength(2));
    expect(perch.own.calls).toEqual([
      ['keepMastodon', host],
      ['signIn', { network: 'mastodon', who, purpose: 'sign-in', next: 'list' }],
    ]);
  });

  it.each([
    ['ana.bsky.social', 'ana.bsky.social'],
    ['@Ana.Bsky.Social', 'ana.bsky.social'],
    ['https://bsky.app/profile/ana.bsky.social', 'ana.bsky.social'],
    ['did:plc:abc', 'did:plc:abc'],
  ])('takes “%s” for a Bluesky handle', async (text, who) => {
    const perch = await openSignIn();
    fireEvent.click(screen.getByRole('radio', { name: 'Bluesky' }));
    write(screen.getByRole('textbox', { name: 'Your Bluesky handle' }), text);
    fireEvent.click(go());
    await waitFor(() =>
      expect(perch.own.calls.at(-1)).toMatchObject(['signIn', { network: 'bluesky', who }]),
    );
  });

  it.each(['', 'my server', 'localhost', '127.0.0.1', 'walks.social:8443'])(
    'asks nothing of “%s”, and says how to write it',
    async (text) => {
      const perch = await openSignIn();
      write(server(), text);
      fireEvent.click(go());
      await screen.findByText(en.mastodonWrong);
      expect(server().getAttribute('aria-invalid')).toBe('true');
      expect(document.activeElement).toBe(server());
      expect(perch.own.calls).toEqual([]);
    },
  );

  it('fills in the server that the person has told before', async () => {
    await openSignIn({ mastodon: 'walks.social' });
    expect(server().value).toBe('walks.social');
  });

  it('offers X only where the server does, last', async () => {
    await openSignIn();
    expect(networks()).toEqual(['Mastodon', 'Bluesky']);
    await openSignIn({ own: { about: { networks: ['x', 'bluesky', 'mastodon'] } } });
    await waitFor(() => expect(networks()).toEqual(['Mastodon', 'Bluesky', 'X']));
    fireEvent.click(screen.getByRole('radio', { name: 'X' }));
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('says where nobody can sign in', async () => {
    show(fakePerch({ own: { about: { networks: [] } } }), <Popup />);
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    await screen.findByText(en.signInNowhere);
    expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull();
  });

  it('lets a person go on as a guest, where there are any', async () => {
    await openSignIn();
    fireEvent.click(await screen.findByRole('button', { name: 'Go on as a guest' }));
    await screen.findByRole('heading', { name: 'Live Spaces' });
    const perch = await openSignIn({ own: { about: { guests: 'off', networks: ['mastodon'] } } });
    await waitFor(() => expect(networks()).toEqual(['Mastodon']));
    expect(screen.queryByRole('button', { name: 'Go on as a guest' })).toBeNull();
    expect(perch.own.calls).toEqual([]);
  });

  it('makes one sign-in of a double click', async () => {
    const perch = await openSignIn({ mastodon: 'walks.social' });
    perch.own.answers.signIn = Promise.withResolvers<Outcome>().promise;
    fireEvent.click(go());
    await screen.findByRole('button', { name: 'Opening…' });
    fireEvent.click(screen.getByRole('button', { name: 'Opening…' }));
    expect(perch.own.calls.filter(([verb]) => verb === 'signIn')).toHaveLength(1);
  });

  it('says there why the server does not begin, and keeps what was written', async () => {
    const perch = await openSignIn({ mastodon: 'walks.social' });
    perch.own.answers.signIn = { fault: 'domain_refused' };
    fireEvent.click(go());
    expect((await screen.findByRole('alert')).textContent).toContain(en.fault_domain_refused);
    expect(server().value).toBe('walks.social');
  });

  it('leads back to where it was opened from, also by Escape', async () => {
    await openSignIn();
    fireEvent.keyDown(server(), { key: 'Escape' });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Sign in' })));
  });
});

describe('what a sign-in has come to', () => {
  const news = (one: NonNullable<FakeState['own']>['news'], more: FakeState = {}): FakeState => ({
    ...more,
    view: { ...more.view, signIn: true },
    own: { ...more.own, news: one },
  });
  const signedIn = { view: { name: ana.name, signedIn: true, account: { id: 'a1', picture: null } } };
  const done = {
    is: 'done',
    wish: WISH,
    how: 'signed-in',
    handle: '@ana@walks.social',
    rejoined: false,
  } as const;

  it('stands in the popup when it is opened again, with the way on', async () => {
    const perch = fakePerch(news({ ...done, fault: null }, { ...signedIn, own: { me: ana } }));
    show(perch, <Popup />);
    await screen.findByText(/^Signed in as/);
    fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
    await screen.findByRole('heading', { name: 'Live Spaces' });
    expect(perch.own.calls).toEqual([['forgetSignIn']]);
  });

  it('goes on to the form for somebody who wanted to host', async () => {
    const wish = { ...WISH, next: 'form' } as const;
    show(fakePerch(news({ ...done, wish, fault: null }, { ...signedIn, own: { me: ana } })), <Popup />);
    fireEvent.click(await screen.findByRole('button', { name: 'Host a Space' }));
    expect(await screen.findByRole('textbox', { name: 'Name your Space' })).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Your name' }).value).toBe(ana.name);
  });

  it.each(['sign_in_cancelled', 'network_unreachable', 'identity_untrusted', 'sign_in_over'] as const)(
    'is one sentence and a way to try the same again: %s',
    async (fault) => {
      const perch = await openSignIn(news({ is: 'failed', wish: WISH, fault }));
      expect(screen.getByRole('alert').textContent).toContain(en[`fault_${fault}`]);
      expect(server().value).toBe('@ana@walks.social');
      fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
      await waitFor(() => expect(perch.own.calls).toContainEqual(['signIn', WISH]));
    },
  );

  it('is that the other window waits, which can be opened again or left', async () => {
    const perch = await openSignIn(news({ is: 'under-way', wish: WISH }));
    expect(screen.getByText(en.signInUnderWay).closest('[role="status"]')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Open it again' }));
    await waitFor(() => expect(perch.own.calls).toEqual([['signIn', WISH]]));
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await screen.findByRole('button', { name: 'Continue' });
    expect(perch.own.calls.at(-1)).toEqual(['forgetSignIn']);
  });

  const taken = news(
    { is: 'taken', wish: WISH, ticket: TICKET, other: { name: 'Ana F.', handles: ['@ana@walks.social'] } },
    { ...signedIn, own: { me: { ...ana, identities: [anaAtBluesky] } } },
  );

  it('may be another account, which is joined only when the person says so', async () => {
    const perch = fakePerch(taken);
    show(perch, <Popup />);
    const sheet = within(await screen.findByRole('alertdialog'));
    expect(sheet.getByText(/Everything of both goes on as one/)).toBeTruthy();
    expect(document.activeElement).toBe(sheet.getByRole('button', { name: 'Keep apart' }));
    fireEvent.click(sheet.getByRole('button', { name: 'Keep apart' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(perch.own.calls).toEqual([['forgetSignIn']]);
  });

  it('says what stands in the way of joining two accounts', async () => {
    const perch = fakePerch(taken);
    perch.own.answers.merge = { fault: 'conflict' };
    show(perch, <Popup />);
    fireEvent.click(await screen.findByRole('button', { name: 'Join the two' }));
    expect((await screen.findByRole('alert')).textContent).toContain(en.mergeInSpace);
    expect(perch.own.calls).toEqual([['merge']]);
  });
});

describe('what only somebody who signed in may do', () => {
  const walks = card(1, 'Small webs, long walks');

  it('leads there from a join that wants it, in one click', async () => {
    const perch = fakePerch({ spaces: [walks], answers: { join: { fault: 'sign_in_required' } } });
    show(perch, <Popup />);
    fireEvent.click(screen.getByRole('button', { name: /^Start listening/ }));
    const alert = within(await screen.findByRole('alert'));
    fireEvent.click(alert.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('button', { name: 'Continue' })).toBeTruthy();
  });

  it('leads there in place of the form, where guests do not host', async () => {
    const perch = fakePerch({ view: { mayHost: false }, mastodon: 'walks.social' });
    show(perch, <Popup />);
    fireEvent.click(screen.getByRole('button', { name: 'Host a Space' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Continue' }));
    await waitFor(() => expect(perch.own.calls.at(-1)).toMatchObject(['signIn', { next: 'form' }]));
  });

  it('leads there from the form, when the server refuses', async () => {
    show(fakePerch({ answers: { host: { fault: 'sign_in_required' } } }), <Popup />);
    fireEvent.click(screen.getByRole('button', { name: 'Host a Space' }));
    write(screen.getByRole('textbox', { name: 'Name your Space' }), 'Sunday repairs');
    fireEvent.click(screen.getByRole('button', { name: 'Start your Space' }));
    fireEvent.click(within(await screen.findByRole('alert')).getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('button', { name: 'Continue' })).toBeTruthy();
  });

  it('is said to somebody whom the server has signed out, who may go on as a guest', async () => {
    const perch = await openSignIn({ view: { signedOut: true } });
    expect(screen.getByRole('alert').textContent).toContain(en.fault_unauthenticated);
    fireEvent.click(await screen.findByRole('button', { name: 'Go on as a guest' }));
    await waitFor(() => expect(perch.own.calls).toEqual([['beGuest']]));
  });
});

describe('hosting for the first time with a Bluesky account', () => {
  const state = { view: { name: 'Ana', signedIn: true, statusFor: '@ana.bsky.social' } };
  const start = (perch = fakePerch(state)) => {
    show(perch, <Popup />);
    fireEvent.click(screen.getByRole('button', { name: 'Host a Space' }));
    write(screen.getByRole('textbox', { name: 'Name your Space' }), 'Sunday repairs');
    return perch;
  };

  it('asks Bluesky for the leave once the Space is there', async () => {
    const perch = start();
    fireEvent.click(screen.getByRole('switch', { name: 'Also show it on Bluesky' }));
    fireEvent.click(screen.getByRole('button', { name: 'Start your Space' }));
    const wish = { network: 'bluesky', purpose: 'status', next: 'list', who: '@ana.bsky.social' };
    await waitFor(() => expect(perch.own.calls).toEqual([['signIn', wish]]));
    expect(perch.calls.filter(([verb]) => verb === 'host')).toHaveLength(1);
  });

  it('asks nothing of somebody who leaves it off', async () => {
    const perch = start();
    fireEvent.click(screen.getByRole('button', { name: 'Start your Space' }));
    await screen.findByRole('heading', { name: 'Live Spaces' });
    expect(perch.own.calls).toEqual([]);
  });
});
