import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { html } from 'hono/html';

export interface FramePages {
  /** A page of another site that frames `address`, as a timeline frames a player; `sandbox` is what it allows. */
  framing(address: string, sandbox: string): string;
  close(): Promise<void>;
}

/** Another site, which frames what it is told to. */
export async function startFramePages(): Promise<FramePages> {
  const app = new Hono();
  app.get('/', (c) => {
    const { address = '', sandbox = '' } = c.req.query();
    return c.html(
      html`<!doctype html>
        <html lang="en">
          <head>
            <meta charset="utf-8" />
            <title>A timeline of another site</title>
            <link rel="icon" href="data:," />
          </head>
          <body>
            <iframe src="${address}" sandbox="${sandbox}" width="400" height="180"></iframe>
          </body>
        </html>`,
    );
  });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  if (!server.listening) await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    framing: (address, sandbox) => `http://localhost:${port}/?${new URLSearchParams({ address, sandbox })}`,
    async close() {
      server.close();
      await once(server, 'close');
    },
  };
}
