import { Hono, type Context, type MiddlewareHandler } from 'hono';
import * as v from 'valibot';
import { CodeSchema } from '#shared/schema/account.ts';
import { NetworkSchema } from '#shared/schema/identity.ts';
import type { Landing } from '../identity/flow/flows.ts';
import type { SignIn } from '../identity/flow/sign-in.ts';
import { languageOf } from '../web/language.ts';
import { renderOver, renderQuestion, type SignInDress } from '../web/sign-in-page.ts';
import type { AppEnv } from './env.ts';
import { SECURITY_HEADERS } from './headers.ts';
import { serverUrl, type Where } from './signal-url.ts';

const OVER_STATUS = 410;
const AnswerSchema = v.object({ token: CodeSchema, answer: v.picklist(['join', 'apart']) });

interface SignInPageDeps {
  signIn: Pick<SignIn, 'leave' | 'comeBack' | 'answer'>;
  where: Where;
  limit: MiddlewareHandler<AppEnv>;
  limitBody: MiddlewareHandler<AppEnv>;
}

/** What a browser opens between the extension and a network. Nobody is asked who they are there: what counts is in the address. */
export function signInPages({ signIn, where, limit, limitBody }: SignInPageDeps) {
  const show = (c: Context<AppEnv>, landing: Landing) => land(c, landing, where);
  return new Hono<AppEnv>()
    .get('/go/:flow', limit, async (c) => {
      if (isOnlyLooking(c)) return c.body(null, 204, { ...SECURITY_HEADERS, 'cache-control': 'no-store' });
      const url = await signIn.leave(c.req.param('flow'));
      return url === null ? show(c, { is: 'lost' }) : sendTo(c, url, 302);
    })
    .get('/back/:network/:server?', limit, async (c) => {
      const network = v.safeParse(NetworkSchema, c.req.param('network'));
      if (!network.success) return c.notFound();
      const { pathname, searchParams } = new URL(c.req.url);
      const callback = `${serverUrl(c, where)}${pathname}`;
      return show(c, await signIn.comeBack(network.output, searchParams, callback));
    })
    .post('/question', limit, limitBody, async (c) => {
      const answer = v.safeParse(AnswerSchema, await c.req.parseBody().catch(() => null));
      if (!answer.success) return show(c, { is: 'lost' });
      const { token, answer: word } = answer.output;
      return show(c, await signIn.answer(token, word === 'join'));
    });
}

/**
 * Whether no page is to be shown. Firefox asks for the address by itself before it opens the window of a sign-in, which
 * must not use up the one way that leads on.
 */
function isOnlyLooking(c: Context<AppEnv>): boolean {
  return c.req.header('accept')?.includes('text/html') === false;
}

async function land(c: Context<AppEnv>, landing: Landing, where: Where): Promise<Response> {
  if (landing.is === 'back') return sendTo(c, landing.url, 303);
  const dress: SignInDress = {
    language: languageOf(c.req.header('accept-language')),
    base: serverUrl(c, where),
  };
  const asks = landing.is === 'question';
  const html = asks ? await renderQuestion(landing, dress) : await renderOver(dress);
  return c.html(html, asks ? 200 : OVER_STATUS, pageHeaders(asks ? landing.back : null));
}

function sendTo(c: Context<AppEnv>, url: string, status: 302 | 303): Response {
  return c.body(null, status, { ...SECURITY_HEADERS, location: url, 'cache-control': 'no-store' });
}

/** The form leads to us, and from there `back`, which browsers count as the form's own way. */
function pageHeaders(back: string | null): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    `form-action ${back === null ? "'none'" : `'self' ${new URL(back).origin}`}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    ...SECURITY_HEADERS,
    'content-security-policy': policy.join('; '),
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
    vary: 'accept-language',
  };
}
