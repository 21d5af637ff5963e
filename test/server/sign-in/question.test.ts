import { expect, test } from 'vitest';
import type { Swapped } from '#shared/schema/account.ts';
import { type CoreApp, read } from '../../support/core-app.ts';
import {
  askToSwap,
  type Begun,
  begun,
  coreAmong,
  ending,
  mastodon,
  refusalOf,
  signIn,
} from '../../support/sign-in.ts';
import { until } from '../../support/until.ts';

const PEOPLE = [
  { user: 'ana', name: 'Ana' },
  { user: 'ben', name: 'Ben' },
];

interface Asked extends Begun {
  core: CoreApp;
  server: Awaited<ReturnType<typeof mastodon>>;
  page: Response;
  html: string;
  /** Of the account that began. */
  token: string;
  own: string;
  other: string;
}

/** Ben, signed in, proves Ana's account, which Ana has here already. */
async function asked(
  wish: Parameters<typeof begun>[1] = {},
  headers: Record<string, string> = {},
): Promise<Asked> {
  const server = await mastodon({ people: PEOPLE });
  const core = await coreAmong(server.hosts);
  const [ana, ben] = [await signIn(core, server, 'ana'), await signIn(core, server, 'ben')];
  if (ana.is !== 'signed-in' || ben.is !== 'signed-in') throw new Error('not signed in');
  const { token, account } = ben.session;
  const flow = await begun(core, { ...wish, token });
  const back = new URL(await server.consent(flow.url, { as: 'ana' }));
  const page = await core.request('GET', back.pathname + back.search, { headers });
  const html = await page.text();
  return { ...flow, core, server, page, html, token, own: account.id, other: ana.session.account.id };
}

function answer({ core, html }: Asked, word: string, token = tokenIn(html)): Promise<Response> {
  const body = new URLSearchParams({ token, answer: word }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return core.request('POST', '/auth/question', { body, headers });
}

const tokenIn = (html: string) => /name="token" value="([\w-]{43})"/.exec(html)?.[1] ?? '';
const endOf = (response: Response) => ending(response.headers.get('location') ?? '');

test('an identity that another account has raises the question whether the two are one, on a page of ours', async () => {
  const { page, html } = await asked();
  expect(page.status).toBe(200);
  expect(html).toMatch(/@ana@mastodon\.example.* is already on Perch as .*Ana.* Join it with .*Ben/);
  expect(html).not.toContain('<script');
  expect(page.headers.get('cache-control')).toBe('no-store');
  const policy = page.headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("form-action 'self' https://nnhefpjkbfakaoopgjpgnejnojfkghmj.chromiumapp.org");
});

test('the question is put in the reader’s language, and what people are called is shown as it is', async () => {
  const { html } = await asked({}, { 'accept-language': 'fr-CA, en;q=0.5' });
  expect(html).toContain('lang="fr"');
  expect(html).toContain('Le réunir avec');
});

test('who wants them joined gets what joins them, and nothing is joined yet', async () => {
  const everything = await asked();
  const { core, verifier, own, other } = everything;
  const end = endOf(await answer(everything, 'join'));
  const swapped = await read<Swapped>(await askToSwap(core, end.code, verifier));
  expect(swapped).toEqual({
    is: 'taken',
    ticket: expect.stringMatching(/^[\w-]{43}$/),
    other: { name: 'Ana', handles: ['@ana@mastodon.example'] },
  });
  expect(await core.store.allIdentitiesOf(own)).toHaveLength(1);
  expect(await core.store.allIdentitiesOf(other)).toHaveLength(1);
});

test('the ticket joins the other account to the one that began', async () => {
  const everything = await asked();
  const { core, verifier, token, own, other } = everything;
  const end = endOf(await answer(everything, 'join'));
  const swapped = await read<Swapped>(await askToSwap(core, end.code, verifier));
  const body = { ticket: swapped.is === 'taken' ? swapped.ticket : '' };
  expect((await core.request('POST', '/v1/auth/merge', { token, body })).status).toBe(200);
  expect(await core.store.allIdentitiesOf(own)).toHaveLength(2);
  expect(await core.store.account(other)).toBeUndefined();
});

test('who wants them apart has cancelled, and a token that came along is taken back', async () => {
  const everything = await asked({ purpose: 'follows' });
  expect(endOf(await answer(everything, 'apart'))).toEqual({ fault: 'sign_in_cancelled' });
  await until('the token is revoked', async () => everything.server.tokens.at(-1)?.isRevoked);
});

test('the question is answered once', async () => {
  const everything = await asked();
  await answer(everything, 'apart');
  const again = await answer(everything, 'join');
  expect([again.status, again.headers.get('location')]).toEqual([410, null]);
});

test.each([
  ['an answer that is none', 'maybe', undefined],
  ['a token that was never given out', 'join', 'a'.repeat(43)],
  ['no token', 'join', ''],
])('%s joins nothing', async (_, word, token) => {
  const everything = await asked();
  const response = await answer(everything, word, ...(token === undefined ? [] : [token]));
  expect([response.status, response.headers.get('location')]).toEqual([410, null]);
});

test('a consent to join one account is none to join another', async () => {
  const everything = await asked();
  const { core, verifier, other } = everything;
  const end = endOf(await answer(everything, 'join'));
  const third = await core.guest('Cem');
  const [identity] = await core.store.allIdentitiesOf(other);
  await core.store.updateIdentity(identity!.id, { accountId: third.account.id });
  expect(await refusalOf(await askToSwap(core, end.code, verifier))).toBe('sign_in_over');
});
