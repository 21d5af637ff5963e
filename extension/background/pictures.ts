import { Fault } from '#shared/client/fault.ts';
import type { ServerClient } from '#shared/client/server-client.ts';

const KEPT_MAX = 200;
const MISSED_MS = 60_000;

type Client = Pick<ServerClient, 'url' | 'fetchPicture'>;

interface Kept {
  url: Promise<string | null>;
  /** When a failure is forgotten. */
  until: number;
}

/** Pictures of people as `data:` addresses, in memory: the latest used, each fetched once. */
export class Pictures {
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Null for what its server does not have, or does not give now. */
  of(server: Client, id: string): Promise<string | null> {
    const key = `${server.url} ${id}`;
    const found = this.#kept.get(key);
    const kept = found && found.until > this.#now() ? found : this.#fetch(server, id);
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    if (this.#kept.size > KEPT_MAX) this.#kept.delete(this.#kept.keys().next().value!);
    return kept.url;
  }

  #fetch(server: Client, id: string): Kept {
    const kept: Kept = { until: Infinity, url: read(server, id) };
    void kept.url.then((url) => {
      if (!url) kept.until = this.#now() + MISSED_MS;
    });
    return kept;
  }
}

async function read(server: Client, id: string): Promise<string | null> {
  try {
    const bytes = await server.fetchPicture(id);
    // A hostile server may send anything; nothing but a still picture goes into a page.
    return isWebp(bytes) ? `data:image/webp;base64,${btoa(String.fromCharCode(...bytes))}` : null;
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

function isWebp(bytes: Uint8Array): boolean {
  return /^RIFF[^]{4}WEBP/.test(String.fromCharCode(...bytes.subarray(0, 12)));
}
