import type { Context } from 'hono';
import type { Config } from '../config.ts';
import type { AppEnv } from './env.ts';

export type Where = Pick<Config, 'publicUrl' | 'trustProxy'>;

/** The address of this server: `PUBLIC_URL`, or the one that the client used itself. */
export function serverUrl(c: Context<AppEnv>, where: Where): string {
  return where.publicUrl ?? addressUsed(c, where);
}

/** Where a client finds signalling there. */
export function signalUrl(c: Context<AppEnv>, where: Where): string {
  const url = new URL(serverUrl(c, where));
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return `${url.origin === 'null' ? `${url.protocol}//${url.host}` : url.origin}${url.pathname}`.replace(
    /\/+$/,
    '',
  );
}

function addressUsed(c: Context<AppEnv>, { trustProxy }: Where): string {
  const direct = new URL(c.req.url).origin;
  if (trustProxy === 0) return direct;
  const host = nearest(c.req.header('x-forwarded-host'), trustProxy) ?? new URL(direct).host;
  const protocol = nearest(c.req.header('x-forwarded-proto'), trustProxy) ?? 'http';
  const forwarded = `${protocol === 'https' ? 'https' : 'http'}://${host}`;
  return URL.canParse(forwarded) ? new URL(forwarded).origin : direct;
}

function nearest(header: string | undefined, trustProxy: number): string | undefined {
  const values = header?.split(',').map((value) => value.trim());
  return values?.at(-trustProxy) ?? values?.[0];
}
