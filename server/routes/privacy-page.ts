import { Hono, type MiddlewareHandler } from 'hono';
import type { Limits } from '#shared/schema/limits.ts';
import { languageOf } from '../web/language.ts';
import { renderPrivacy } from '../web/privacy-page.ts';
import type { AppEnv } from './env.ts';
import { pageHeaders } from './page-policy.ts';
import { serverUrl, type Where } from './signal-url.ts';

interface PrivacyPageDeps {
  where: Where & { operatorContact: string | null };
  limits: Limits;
  limit: MiddlewareHandler<AppEnv>;
}

/** The page that says what this server keeps of people, in the language of the browser. */
export function privacyPage({ where, limits, limit }: PrivacyPageDeps) {
  return new Hono<AppEnv>().get('/', limit, async (c) => {
    const language = languageOf(c.req.header('accept-language'));
    const page = { language, base: serverUrl(c, where), limits, contact: where.operatorContact };
    return c.html(await renderPrivacy(page), 200, {
      ...pageHeaders(c, 'privacy', where),
      'cache-control': 'public, max-age=300',
      vary: 'accept-language',
    });
  });
}
