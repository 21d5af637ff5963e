import { Hono, type MiddlewareHandler } from 'hono';
import { languageOf } from '../web/language.ts';
import { renderModeration } from '../web/moderation-page.ts';
import type { AppEnv } from './env.ts';
import { pageHeaders } from './page-policy.ts';
import { serverUrl, type Where } from './signal-url.ts';

interface ModerationPageDeps {
  where: Where;
  limit: MiddlewareHandler<AppEnv>;
}

/** The page of those who run the server. Whoever opens it gets the same; what is on it comes from `/v1/moderation`. */
export function moderationPage({ where, limit }: ModerationPageDeps) {
  return new Hono<AppEnv>().get('/', limit, async (c) => {
    const language = languageOf(c.req.header('accept-language'));
    return c.html(await renderModeration({ language, base: serverUrl(c, where) }), 200, {
      ...pageHeaders(c, 'moderation', where),
      'cache-control': 'no-cache',
      'x-robots-tag': 'noindex',
      vary: 'accept-language',
    });
  });
}
