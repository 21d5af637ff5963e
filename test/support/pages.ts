import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { demoRoutes } from '../../server/demo/routes.ts';

/** All that a page can forbid: it may load nothing, and neither it nor anybody in it may write markup. */
const FORBIDDEN = "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** A home timeline with nothing of its own, at an address that the demo's adapter knows. */
const BARE_PAGE = html`<!doctype html>
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <title>Bare</title>
    </head>
    <body>
      <main data-testid="home-column">
        <header>Home</header>
        <section data-testid="timeline">
          <article data-testid="post">A post under a policy that forbids everything.</article>
        </section>
      </main>
    </body>
  </html> `;

export interface Pages {
  /** The demo timeline, on a server of its own so that it stands when Perch's falls. */
  timeline: string;
  close(): Promise<void>;
}

async function startPages(app: Hono): Promise<Pages> {
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  if (!server.listening) await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.close();
    await once(server, 'close');
  };
  return { timeline: `http://localhost:${port}/demo/timeline`, close };
}

export function startDemoPages(): Promise<Pages> {
  const app = new Hono();
  demoRoutes(app);
  return startPages(app);
}

export interface BarePages extends Pages {
  /** The same page under no policy. */
  free: string;
}

/** A timeline whose policy forbids everything. */
export async function startBarePages(): Promise<BarePages> {
  const app = new Hono();
  app.get('/demo/timeline', (c) => {
    if (c.req.query('free') === undefined) c.header('content-security-policy', FORBIDDEN);
    return c.html(BARE_PAGE);
  });
  const pages = await startPages(app);
  return { ...pages, free: `${pages.timeline}?free` };
}
