import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { fieldsOf } from './stand-in.ts';
import type { Grants, Wish } from './grants.ts';

/** How one network shows its consent page. */
export interface PageLooks {
  network: string;
  authorize: string;
  deny: string;
}

export interface ConsentOptions {
  /** The address of the consent page, and where somebody signs in. */
  path: string;
  signInPath: string;
  looks: PageLooks;
  grants: Grants;
  /** Who can sign in: the user's name and what the chooser calls them. */
  people(): readonly { user: string; label: string }[];
  /** What was asked for, or why the page cannot be shown. */
  read(query: Record<string, string>): Wish | { refused: string };
}

/** Who is signed in, by the cookie of their browser. */
export type Sessions = Map<string, string>;

const COOKIE = '_stand_in_session';

function page(title: string, content: unknown) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <style>
          body {
            font:
              16px/1.5 system-ui,
              sans-serif;
            max-width: 26rem;
            margin: 12vh auto;
            padding: 0 1rem;
          }
          form {
            margin: 0.5rem 0;
          }
          button {
            font: inherit;
            width: 100%;
            min-height: 44px;
            border: 1px solid #8888;
            border-radius: 8px;
          }
        </style>
      </head>
      <body>
        <main>${content}</main>
      </body>
    </html>`;
}

const hidden = (fields: Record<string, string>) =>
  Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );

/** Sends the browser back to whoever asked. */
function answer(c: Context, { redirectUri, state }: Wish, params: Record<string, string>): Response {
  const to = new URL(redirectUri);
  for (const [name, value] of Object.entries(params)) to.searchParams.set(name, value);
  if (state !== null) to.searchParams.set('state', state);
  return c.redirect(to.href, 302);
}

/** The pages on which somebody signs in, consents or denies, in the manner of Mastodon's. */
export function consentPages(options: ConsentOptions, sessions: Sessions): Hono {
  const { path, signInPath, looks, grants, read } = options;
  const refuse = (c: Context, why: string) =>
    c.html(
      page(
        'An error has occurred',
        html`<h1>An error has occurred</h1>
          <p>${why}</p>`,
      ),
      400,
    );
  const chooser = (back: string) => {
    const buttons = options
      .people()
      .map(
        ({ user, label }) =>
          html`<form method="post" action="${signInPath}">
            ${hidden({ back })}<button name="user" value="${user}">${label}</button>
          </form>`,
      );
    return page(
      'Sign in',
      html`<h1>Who are you on ${looks.network}?</h1>
        ${buttons}`,
    );
  };
  const consent = (wish: Wish, user: string, query: Record<string, string>) =>
    page(
      'Authorization required',
      html`<h1>Authorization required</h1>
        <p>${wish.client.name} would like permission to access your account, ${user}.</p>
        <p>${wish.scopes.join(', ')}</p>
        <form method="post" action="${path}">${hidden(query)}<button>${looks.authorize}</button></form>
        <form method="post" action="${path}">
          ${hidden({ ...query, _method: 'delete' })}<button>${looks.deny}</button>
        </form>`,
    );

  return new Hono()
    .get(path, (c) => {
      const { force_login: forced, ...query } = c.req.query();
      const wish = read(query);
      if ('refused' in wish) return refuse(c, wish.refused);
      const user = sessions.get(getCookie(c, COOKIE) ?? '');
      if (user === undefined || forced === 'true') return c.html(chooser(`${new URLSearchParams(query)}`));
      return c.html(consent(wish, user, query));
    })
    .post(signInPath, async (c) => {
      const { user, back } = (await fieldsOf(c)) as Record<string, string>;
      if (!options.people().some((one) => one.user === user)) return refuse(c, 'Nobody is called so.');
      const session = randomBytes(16).toString('hex');
      sessions.set(session, user!);
      setCookie(c, COOKIE, session, { path: '/', httpOnly: true, sameSite: 'Lax' });
      return c.redirect(`${path}?${back}`, 303);
    })
    .post(path, async (c) => {
      const { _method: method, ...query } = (await fieldsOf(c)) as Record<string, string>;
      const wish = read(query);
      if ('refused' in wish) return refuse(c, wish.refused);
      const user = sessions.get(getCookie(c, COOKIE) ?? '');
      if (user === undefined) return c.html(chooser(`${new URLSearchParams(query)}`));
      if (method !== 'delete') return answer(c, wish, { code: grants.codeFor(wish, user) });
      const error_description = 'The resource owner or authorization server denied the request.';
      return answer(c, wish, { error: 'access_denied', error_description });
    });
}
