import * as v from 'valibot';
import { readJson } from '#shared/client/bounded.ts';
import { Fault } from '#shared/client/fault.ts';
import type { FaultCode } from '#shared/schema/errors.ts';

const TIMEOUT_MS = 10_000;

interface Ask<T> {
  answer: v.GenericSchema<unknown, T>;
  /** Bytes that the answer may have. */
  atMost: number;
  token?: string | null;
}

/** What a network's server answers to a status that is not fine. */
const FAULTS: Record<number, FaultCode> = {
  400: 'not_found',
  401: 'unauthenticated',
  403: 'unauthenticated',
  404: 'not_found',
  410: 'not_found',
  422: 'unauthenticated',
  429: 'rate_limited',
};

/**
 * Asks a network's server, which is not to be trusted, without cookies and going nowhere else. Rejects with a `Fault`:
 * whatever is no answer to what was asked is `network_unreachable`.
 */
export async function ask<T>(
  fetch_: typeof fetch,
  url: string,
  { answer, atMost, token }: Ask<T>,
): Promise<{ body: T; headers: Headers }> {
  const response = await send(fetch_, url, token ?? null);
  if (!response.ok) {
    // Nobody reads it any more, whether it can be stopped or not.
    void response.body?.cancel().catch(() => undefined);
    throw new Fault(FAULTS[response.status] ?? 'network_unreachable');
  }
  const parsed = v.safeParse(answer, await bodyOf(response, atMost));
  if (!parsed.success) throw new Fault('network_unreachable');
  return { body: parsed.output, headers: response.headers };
}

async function send(fetch_: typeof fetch, url: string, token: string | null): Promise<Response> {
  try {
    return await fetch_(url, {
      headers: { accept: 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    throw new Fault('network_unreachable', { cause: error });
  }
}

async function bodyOf(response: Response, atMost: number): Promise<unknown> {
  try {
    return await readJson(response, atMost);
  } catch (error) {
    throw new Fault('network_unreachable', { cause: error });
  }
}

/** The things of a list that are what they should be; one that is not costs nothing else, but a list of none is no answer. */
export function thoseThatAre<T>(schema: v.GenericSchema<unknown, T>, things: readonly unknown[]): T[] {
  const those = things.flatMap((thing) => {
    const parsed = v.safeParse(schema, thing);
    return parsed.success ? [parsed.output] : [];
  });
  if (things.length > 0 && those.length === 0) throw new Fault('network_unreachable');
  return those;
}
