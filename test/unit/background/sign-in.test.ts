import { describe, expect, it } from 'vitest';
import type { FaultCode } from '#shared/schema/errors.ts';
import type { SignInNews, SignInWish } from '#shared/schema/sign-in.ts';
import { SignIn } from '../../../extension/background/sign-in.ts';
import type { WebAuth } from '../../../extension/platform/web-auth.ts';
import { problem } from '../../support/fake-flow.ts';
import {
  ana,
  anaAtWalks,
  CODE,
  fakeHome,
  fakeSessions,
  sessionOf,
  signInAnswers,
  TICKET,
} from '../../support/fake-sign-in.ts';

const BACK = 'https://id.chromiumapp.org/';
const WISH: SignInWish = { network: 'mastodon', who: 'walks.social', purpose: 'sign-in', next: 'list' };
const OTHER: SignInWish = { ...WISH, network: 'bluesky', who: 'ana.bsky.social' };
const guest = {
  ...sessionOf('guest', { ...ana, id: 'g1', name: 'Guest 4821', guest: true }),
  at: Date.now(),
};
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** A background whose windows stay open until the test ends them. */
function createSignIn({
  swapped = null as unknown,
  kept = null as Parameters<typeof fakeSessions>[0],
  news = null as SignInNews | null,
} = {}) {
  const home = fakeHome(signInAnswers(swapped));
  const { sessions } = fakeSessions(kept);
  const windows: { url: string; end(way: WebAuth): void }[] = [];
  const told: string[] = [];
  const shelf = { news };
  const signIn = new SignIn({
    server: () => home.server,
    sessions,
    account: { merge: async (ticket) => void told.push(`merge ${ticket}`) },
    onProved: async ({ handle }, access) => void told.push(`proved ${handle} ${access?.token ?? null}`),
    shelf: { get: async () => shelf.news, set: async (next) => void (shelf.news = next) },
    back: () => BACK,
    open: (url) => {
      const { promise, resolve } = Promise.withResolvers<WebAuth>();
      windows.push({ url, end: resolve });
      return promise;
    },
    openPopup: async () => {
      told.push('popup');
      throw new Error('the browser wants a click');
    },
    onNews: () => undefined,
  });
  const ended = (code = CODE): WebAuth => ({ address: `${BACK}#code=${code}`, fault: null });
  return { ...home, sessions, signIn, windows, told, shelf, ended };
}

describe('signing in from the popup', () => {
  it('opens the window, and says when it is opened again who the person is now', async () => {
    const { signIn, windows, ended, shelf, sessions, server, told, asked } = createSignIn();
    await signIn.begin(WISH);
    expect(windows.map(({ url }) => url)).toEqual(['https://perch.test/auth/go/1']);
    expect(shelf.news).toEqual({ is: 'under-way', wish: WISH });
    windows[0]!.end(ended());
    await settled();
    expect(shelf.news).toMatchObject({ is: 'done', how: 'signed-in', handle: '@ana@walks.social' });
    expect((await sessions.current(server))?.account).toMatchObject({ id: ana.id, guest: false });
    expect(told).toEqual(['proved @ana@walks.social null', 'popup']);
    expect(asked[0]?.body).toMatchObject({ network: 'mastodon', who: 'walks.social', back: BACK });
  });

  it('takes the guest along, who keeps their account where the identity is new', async () => {
    const linked = { is: 'linked', identity: anaAtWalks, mastodon: null };
    const { signIn, windows, ended, asked, sessions, server, shelf } = createSignIn({
      kept: guest,
      swapped: linked,
    });
    await signIn.begin(WISH);
    windows[0]!.end(ended());
    await settled();
    expect(asked[0]).toMatchObject({ path: '/v1/auth/flows', token: 'guest' });
    expect(await sessions.current(server)).toMatchObject({ token: 'guest', account: { guest: false } });
    expect(shelf.news).toMatchObject({ is: 'done', how: 'linked' });
  });

  it('hands on what reads whom the person follows', async () => {
    const mastodon = { server: 'walks.social', accountId: '7', token: 'reads' };
    const swapped = { is: 'linked', identity: anaAtWalks, mastodon };
    const { signIn, windows, ended, told } = createSignIn({ kept: guest, swapped });
    await signIn.begin({ ...WISH, purpose: 'follows' });
    windows[0]!.end(ended());
    await settled();
    expect(told).toContain('proved @ana@walks.social reads');
  });

  it('makes one window of two clicks', async () => {
    const { signIn, windows, asked } = createSignIn();
    await Promise.all([signIn.begin(WISH), signIn.begin(WISH)]);
    expect(windows).toHaveLength(1);
    expect(asked).toHaveLength(1);
  });

  it.each<[string, WebAuth, FaultCode]>([
    ['the person closes the window', { address: null, fault: 'sign_in_cancelled' }, 'sign_in_cancelled'],
    [
      'the network’s page does not load',
      { address: null, fault: 'network_unreachable' },
      'network_unreachable',
    ],
    ['the network says no', { address: `${BACK}#fault=domain_refused`, fault: null }, 'domain_refused'],
    ['the browser comes back with nothing', { address: BACK, fault: null }, 'sign_in_over'],
  ])('says so when %s, with what was chosen', async (_, way, fault) => {
    const { signIn, windows, shelf, sessions, server, told } = createSignIn();
    await signIn.begin(WISH);
    windows[0]!.end(way);
    await settled();
    expect(shelf.news).toMatchObject({ is: 'failed', wish: WISH, fault });
    expect(await sessions.current(server)).toBeNull();
    expect(told).toEqual(['popup']);
  });

  it('tells the popup itself, which is still open, that the server does not begin', async () => {
    const { signIn, answers, windows, shelf } = createSignIn();
    answers['POST /v1/auth/flows'] = () => problem(403, 'domain_refused');
    await expect(signIn.begin(WISH)).rejects.toMatchObject({ code: 'domain_refused' });
    expect(windows).toEqual([]);
    expect(shelf.news).toBeNull();
  });

  it('says that a code was used before', async () => {
    const { signIn, windows, ended, shelf } = createSignIn();
    await signIn.begin(WISH);
    windows[0]!.end(ended());
    await settled();
    await signIn.begin(WISH);
    windows[1]!.end(ended());
    await settled();
    expect(shelf.news).toMatchObject({ is: 'failed', fault: 'sign_in_over' });
  });

  it('lets go of an older window once another is begun', async () => {
    const { signIn, windows, ended, shelf, pathsOf } = createSignIn();
    await signIn.begin(WISH);
    await signIn.begin(OTHER);
    windows[0]!.end(ended());
    await settled();
    expect(shelf.news).toEqual({ is: 'under-way', wish: OTHER });
    expect(pathsOf()).not.toContain('POST /v1/auth/session');
    windows[1]!.end(ended());
    await settled();
    expect(shelf.news).toMatchObject({ is: 'done' });
  });

  it('lets go of a window that the person no longer waits for', async () => {
    const { signIn, windows, ended, shelf, sessions, server } = createSignIn();
    await signIn.begin(WISH);
    await signIn.forget();
    windows[0]!.end(ended());
    await settled();
    expect(shelf.news).toBeNull();
    expect(await sessions.current(server)).toBeNull();
  });

  it('leaves the settings, where it was begun, in front', async () => {
    const { signIn, windows, ended, told } = createSignIn();
    await signIn.begin({ ...WISH, next: 'settings' });
    windows[0]!.end(ended());
    await settled();
    expect(told).not.toContain('popup');
  });

  it('says plainly after the worker was stopped meanwhile that it is over', async () => {
    const { signIn, shelf } = createSignIn({ news: { is: 'under-way', wish: WISH } });
    await signIn.recall();
    expect(shelf.news).toEqual({ is: 'failed', wish: WISH, fault: 'sign_in_over' });
  });

  it('goes to no address that is none of the web', async () => {
    const { signIn, answers, windows } = createSignIn();
    answers['POST /v1/auth/flows'] = () => Response.json({ url: 'javascript:alert(1)' });
    await expect(signIn.begin(WISH)).rejects.toMatchObject({ code: 'not_perch' });
    expect(windows).toEqual([]);
  });

  it('says in the popup what a bar has no room for, but not over a sign-in under way', async () => {
    const { signIn, shelf, told } = createSignIn();
    await signIn.need('sign_in_required');
    expect(shelf.news).toEqual({ is: 'needed', fault: 'sign_in_required' });
    expect(told).toEqual(['popup']);
    await signIn.begin(WISH);
    await signIn.need('sign_in_required');
    expect(shelf.news).toMatchObject({ is: 'under-way' });
  });
});

describe('an identity of another account', () => {
  const other = { name: 'Ana F.', handles: ['@ana@walks.social'] };
  const taken = { is: 'taken', ticket: TICKET, other };

  it('is asked about, and joins the two once the person agrees', async () => {
    const { signIn, windows, ended, shelf, told } = createSignIn({ kept: guest, swapped: taken });
    await signIn.begin(WISH);
    windows[0]!.end(ended());
    await settled();
    expect(shelf.news).toMatchObject({ is: 'taken', ticket: TICKET, other });
    await signIn.merge();
    expect(told).toContain(`merge ${TICKET}`);
    expect(shelf.news).toMatchObject({ is: 'done', how: 'merged' });
  });

  it('is joined by nothing but that question', async () => {
    const { signIn, told } = createSignIn();
    await expect(signIn.merge()).rejects.toMatchObject({ code: 'sign_in_over' });
    expect(told).toEqual([]);
  });
});
