import { describe, expect, it } from 'vitest';
import { challengeOf } from '#shared/client/sign-in.ts';
import { openShelf } from '../../../server/web/app/keep/shelf.ts';
import { RedirectSignIn } from '../../../server/web/app/sign-in/redirect.ts';
import { CODE, fakeHome, fakeSessions, HOME, signInAnswers } from '../../support/fake-sign-in.ts';

const WISH = { network: 'mastodon', who: 'walks.social', purpose: 'sign-in', next: 'list' } as const;

/** One tab, which is left for the network and comes back to. */
function openTab(home = fakeHome(signInAnswers())) {
  const shelf = openShelf(() => {
    throw new DOMException('refused', 'SecurityError');
  });
  const { sessions } = fakeSessions();
  const went: string[] = [];
  const addresses: string[] = [];
  const arrive = (hash: string) =>
    new RedirectSignIn({
      server: home.server,
      sessions,
      shelf,
      location: {
        origin: HOME,
        pathname: '/s/1',
        search: '',
        hash,
        assign: (url: string | URL) => void went.push(String(url)),
      },
      history: { state: null, replaceState: (_state, _unused, url) => void addresses.push(String(url)) },
    });
  return { home, sessions, arrive, went, addresses };
}

describe('signing in by redirect', () => {
  it('leads to the network with the address of the page, and takes the session when the browser is back', async () => {
    const { home, sessions, arrive, went, addresses } = openTab();
    await arrive('').begin(WISH, true);
    expect(went).toEqual([`${HOME}/auth/go/1`]);
    const back = await arrive(`#code=${CODE}`).end();
    expect(back).toMatchObject({ wasIn: true, news: { is: 'done', handle: '@ana@walks.social' } });
    expect((await sessions.current(home.server))?.token).toBe('fresh');
    expect(addresses).toEqual(['/s/1']);
    const [begun, swapped] = home.asked;
    expect(begun?.body).toMatchObject({ network: 'mastodon', who: 'walks.social', back: `${HOME}/s/1` });
    expect(begun?.body.challenge).toBe(await challengeOf(String(swapped?.body.verifier)));
  });

  it('takes the code out of the address before anything is asked', async () => {
    const home = fakeHome();
    const { arrive, addresses } = openTab(home);
    const ending = arrive(`#code=${CODE}`).end();
    expect(addresses).toEqual(['/s/1']);
    await ending;
    expect(home.asked).toEqual([]);
  });

  it('swaps no code that this tab did not ask for, and no code twice', async () => {
    const { arrive } = openTab();
    const foreign = await arrive(`#code=${CODE}`).end();
    expect(foreign?.news).toMatchObject({ is: 'failed', fault: 'sign_in_over' });
    await arrive('').begin(WISH);
    expect((await arrive(`#code=${CODE}`).end())?.news.is).toBe('done');
    expect((await arrive(`#code=${CODE}`).end())?.news).toMatchObject({ fault: 'sign_in_over' });
  });

  it('says how it went wrong, with what the person had chosen', async () => {
    const { arrive, sessions, home } = openTab();
    await arrive('').begin(WISH);
    const back = await arrive('#fault=sign_in_cancelled').end();
    expect(back?.news).toEqual({
      is: 'failed',
      wish: WISH,
      fault: 'sign_in_cancelled',
      retryAfter: undefined,
    });
    expect(await sessions.current(home.server)).toBeNull();
  });

  it('leaves every other address as it is', async () => {
    const { arrive, addresses } = openTab();
    expect(await arrive('').end()).toBeNull();
    expect(await arrive('#people').end()).toBeNull();
    expect(addresses).toEqual([]);
  });
});
