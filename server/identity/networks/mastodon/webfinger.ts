import * as v from 'valibot';
import { HostNameSchema } from '#shared/schema/host-name.ts';
import type { Outside } from '../outside.ts';

const PATH = '/.well-known/webfinger';
const REDIRECTS = [301, 302, 303, 307, 308];
const ACTOR_TYPE = /^application\/(?:activity\+json|ld\+json\s*(?:;|$))/i;

const FingerSchema = v.object({
  subject: v.optional(v.string()),
  links: v.array(v.object({ rel: v.string(), type: v.optional(v.string()), href: v.optional(v.string()) })),
});

/** What a domain says of one of its people. */
export interface Finger {
  /** The domain in the handle, as the one that was asked would have it. */
  domain: string;
  user: string;
  /** The address of the actor. */
  actor: string;
}

/**
 * Asks a domain who that is; null when it knows nobody so called, or gives no answer of that kind. Many domains hand the
 * question on to the host that their people live on: followed once, and to the same question alone.
 */
export async function finger(ask: Outside, user: string, domain: string): Promise<Finger | null> {
  const question = `${PATH}?resource=${encodeURIComponent(`acct:${user}@${domain}`)}`;
  const response = await askTwice(ask, `https://${domain}${question}`);
  if (!response?.ok) {
    await response?.body?.cancel();
    return null;
  }
  const read = v.safeParse(FingerSchema, await response.json().catch(() => null));
  if (!read.success) return null;
  const self = read.output.links.find(({ rel, type }) => rel === 'self' && ACTOR_TYPE.test(type ?? ''));
  const named = namedBy(read.output.subject) ?? { user, domain };
  return self?.href && URL.canParse(self.href) ? { ...named, actor: self.href } : null;
}

async function askTwice(ask: Outside, address: string): Promise<Response | null> {
  const init: RequestInit = {
    redirect: 'manual',
    headers: { accept: 'application/jrd+json, application/json' },
  };
  const first = await ask(address, init);
  if (!REDIRECTS.includes(first.status)) return first;
  await first.body?.cancel();
  const next = URL.parse(first.headers.get('location') ?? '', address);
  const asked = new URL(address);
  const isSame =
    next?.pathname === PATH && next.searchParams.get('resource') === asked.searchParams.get('resource');
  return isSame ? ask(next.href, init) : null;
}

function namedBy(subject: string | undefined): { user: string; domain: string } | null {
  const [, user, domain] = /^acct:([^@\s]+)@([^@\s/]+)$/i.exec(subject ?? '') ?? [];
  const host = v.safeParse(HostNameSchema, domain);
  return user !== undefined && host.success ? { user, domain: host.output } : null;
}
