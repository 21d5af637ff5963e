import * as v from 'valibot';
import { Fault } from '#shared/client/fault.ts';
import { HostNameSchema } from '#shared/schema/host-name.ts';
import { identityKey } from '#shared/schema/identity.ts';
import { ask, thoseThatAre } from './ask.ts';

const PAGE = 80;
const PAGE_BYTES = 2 * 1024 * 1024;
const ACCOUNT_BYTES = 256 * 1024;
const WEB_FINGER_BYTES = 64 * 1024;

const IdSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(100), v.regex(/^[\w.~-]+$/));
const ACCT = /^[^@/\s]{1,200}(?:@[^@/\s]{1,253})?$/;
const FollowSchema = v.object({ acct: v.pipe(v.string(), v.maxLength(500), v.regex(ACCT)) });
const PageSchema = v.pipe(v.array(v.unknown()), v.maxLength(1_000));
const AccountSchema = v.object({ id: IdSchema, following_count: v.optional(v.number(), 0) });
const WebFingerSchema = v.object({ links: v.array(v.unknown()) });
const SelfSchema = v.object({ rel: v.literal('self'), href: v.pipe(v.string(), v.maxLength(2_000)) });

/** An account at its server. */
export interface MastodonPlace {
  server: string;
  accountId: string;
  token: string | null;
}

export interface MastodonPage {
  keys: string[];
  /** What the next page is asked with; null after the last one. */
  cursor: string | null;
}

/** Eighty of those whom somebody follows. `domain` completes the names of the server's own people. */
export async function fetchMastodonPage(
  fetch_: typeof fetch,
  { server, accountId, token }: MastodonPlace,
  domain: string,
  cursor: string | null,
): Promise<MastodonPage> {
  const query = new URLSearchParams({ limit: String(PAGE), ...(cursor && { max_id: cursor }) });
  const url = `https://${server}/api/v1/accounts/${encodeURIComponent(accountId)}/following?${query}`;
  const { body, headers } = await ask(fetch_, url, { answer: PageSchema, atMost: PAGE_BYTES, token });
  const next = nextIn(headers.get('link'));
  return {
    keys: thoseThatAre(FollowSchema, body).map(({ acct }) => keyOf(acct, domain)),
    cursor: body.length > 0 && next !== cursor ? next : null,
  };
}

/** Names are written with a domain as people read it, and compared in its ASCII form. */
function keyOf(acct: string, domain: string): string {
  const [user = '', host = domain] = acct.split('@');
  const parsed = v.safeParse(HostNameSchema, host);
  return identityKey('ap', `${user}@${parsed.success ? parsed.output : host}`);
}

/** Of the next page's address only where it begins is believed: the token goes nowhere else. */
function nextIn(link: string | null): string | null {
  const [, address] = /<([^>]*)>\s*;\s*rel="?next"?/.exec(link ?? '') ?? [];
  const id = address && URL.canParse(address) ? new URL(address).searchParams.get('max_id') : null;
  const parsed = v.safeParse(IdSchema, id);
  return parsed.success ? parsed.output : null;
}

/** Whether the account follows people whom its list does not tell. */
export async function hidesFollows(
  fetch_: typeof fetch,
  { server, accountId, token }: MastodonPlace,
): Promise<boolean> {
  const url = `https://${server}/api/v1/accounts/${encodeURIComponent(accountId)}`;
  const { body } = await ask(fetch_, url, { answer: AccountSchema, atMost: ACCOUNT_BYTES, token });
  return body.following_count > 0;
}

/** Where somebody's account is: at the domain of their name, or where that domain says. */
export async function findMastodon(
  fetch_: typeof fetch,
  user: string,
  domain: string,
): Promise<MastodonPlace> {
  const at = async (server: string): Promise<MastodonPlace> => ({
    server,
    accountId: await lookUp(fetch_, server, `${user}@${domain}`),
    token: null,
  });
  try {
    return await at(domain);
  } catch (error) {
    const host = await hostByWebFinger(fetch_, user, domain);
    // Nobody says otherwise, or it says what we know.
    if (!host || host === domain) throw error;
    return at(host);
  }
}

async function lookUp(fetch_: typeof fetch, server: string, acct: string): Promise<string> {
  const url = `https://${server}/api/v1/accounts/lookup?${new URLSearchParams({ acct })}`;
  const { body } = await ask(fetch_, url, { answer: AccountSchema, atMost: ACCOUNT_BYTES });
  return body.id;
}

async function hostByWebFinger(fetch_: typeof fetch, user: string, domain: string): Promise<string | null> {
  const query = new URLSearchParams({ resource: `acct:${user}@${domain}` });
  const url = `https://${domain}/.well-known/webfinger?${query}`;
  try {
    const { body } = await ask(fetch_, url, { answer: WebFingerSchema, atMost: WEB_FINGER_BYTES });
    const [self] = thoseThatAre(SelfSchema, body.links);
    const host = v.safeParse(HostNameSchema, self?.href ?? '');
    return host.success ? host.output : null;
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}
