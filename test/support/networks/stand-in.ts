import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Context, Hono, MiddlewareHandler } from 'hono';

/** Where each public host name of a stand-in really answers, as `http://127.0.0.1:PORT`. */
export type Hosts = Readonly<Record<string, string>>;

/** One request that a stand-in got. */
export interface Asked {
  method: string;
  /** The public name that it was asked by. */
  host: string;
  path: string;
  query: Readonly<Record<string, string>>;
  body: string;
  /** How the asker said who it is, and the bearer's token. */
  authorization: 'none' | 'basic' | 'bearer';
  token: string | null;
  /** The answer's; 0 while it is awaited. */
  status: number;
}

/** A server of a social network that listens on loopback and speaks of itself by its public names. */
export interface StandIn {
  hosts: Hosts;
  /** The paths that it answers on each host, by their beginnings. */
  paths: Readonly<Record<string, readonly string[]>>;
  /** Where it listens, for a client that knows no public name. */
  origin: string;
  /** What it was asked so far, the oldest first. */
  asked: readonly Asked[];
  stop(): Promise<void>;
}

/** The public name that a request was meant for; `main` when it came straight to loopback. */
export function hostOf(c: Context, main: string): string {
  const name = c.req.header('x-forwarded-host') ?? c.req.header('host') ?? main;
  const host = name.replace(/:\d+$/, '');
  return host === '127.0.0.1' || host === 'localhost' ? main : host;
}

export function bearerOf(c: Context): string | null {
  return /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? null;
}

/** The fields of a posted form or JSON object, and what a query holds. */
export async function fieldsOf(c: Context): Promise<Record<string, string | string[]>> {
  const text = await c.req.text();
  const isJson = c.req.header('content-type')?.startsWith('application/json') ?? false;
  const posted = isJson ? (JSON.parse(text) as Record<string, string>) : new URLSearchParams(text);
  const entries = posted instanceof URLSearchParams ? Object.fromEntries(posted) : posted;
  return { ...c.req.query(), ...entries };
}

/** Writes down each request before it is answered, and the answer's status after. */
export function noting(asked: Asked[], main: string): MiddlewareHandler {
  return async (c, next) => {
    const authorization = c.req.header('authorization') ?? '';
    const one: Asked = {
      method: c.req.method,
      host: hostOf(c, main),
      path: c.req.path,
      query: c.req.query(),
      body: await c.req.text(),
      authorization: /^basic/i.test(authorization) ? 'basic' : authorization === '' ? 'none' : 'bearer',
      token: bearerOf(c),
      status: 0,
    };
    asked.push(one);
    await next();
    one.status = c.res.status;
  };
}

/** Answers nothing but what the host that was asked has. */
export function within(paths: StandIn['paths'], main: string): MiddlewareHandler {
  return async (c, next) => {
    const beginnings = paths[hostOf(c, main)] ?? [];
    return beginnings.some((one) => c.req.path.startsWith(one)) ? next() : c.notFound();
  };
}

/** Lets an app listen on a free port of loopback. */
export async function listen(app: Hono, asked: Asked[], paths: StandIn['paths']): Promise<StandIn> {
  // Not in the place of Node's own Request and Response, which clients under test compare with.
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    paths,
    hosts: Object.fromEntries(Object.keys(paths).map((host) => [host, origin])),
    asked,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
