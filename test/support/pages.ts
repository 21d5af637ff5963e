import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { demoRoutes } from '../../server/demo/routes.ts';

/** A home timeline whose policy forbids everything, at an address that the demo's adapter knows. */
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

export function startBarePages(): Promise<Pages> {
  const app = new Hono();
  app.get('/demo/timeline', (c) => {
    c.header('content-security-policy', "default-src 'none'");
    return c.html(BARE_PAGE);
  });
  return startPages(app);
}
