import * as v from 'valibot';
import { readJson } from '#shared/client/bounded.ts';
import { Fault } from '#shared/client/fault.ts';

const TIMEOUT_MS = 10_000;
const INSTANCE_MAX = 200_000;

/** The part of `/api/v2/instance` that names are made with. */
const InstanceSchema = v.object({
  domain: v.pipe(v.string(), v.maxLength(253), v.regex(/^[a-z0-9.-]+(?::\d+)?$/i)),
});

/** Asks each Mastodon server once, and no other, for the domain in its people's names; it can differ from the web host. */
export class MastodonDomains {
  readonly #fetch: typeof fetch;
  readonly #asked = new Map<string, Promise<string | null>>();

  constructor(fetch_: typeof fetch) {
    this.#fetch = fetch_;
  }

  /** Null when the server does not say. */
  of(origin: string): Promise<string | null> {
    const known = this.#asked.get(origin);
    if (known) return known;
    const asked = this.#ask(origin);
    this.#asked.set(origin, asked);
    return asked;
  }

  async #ask(origin: string): Promise<string | null> {
    try {
      const response = await this.#fetch(`${origin}/api/v2/instance`, {
        credentials: 'omit',
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (!response.ok) return null;
      const parsed = v.safeParse(InstanceSchema, await readJson(response, INSTANCE_MAX));
      return parsed.success ? parsed.output.domain.toLowerCase() : null;
    } catch (error) {
      // Not there, too slow, too long or no such route: its people are then known by their full names alone.
      if (error instanceof TypeError || error instanceof DOMException || error instanceof Fault) return null;
      throw error;
    }
  }
}
