import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { freePort } from '../../server/media/ports-in-use.ts';

/** How a server answers at a path; the page itself is always there. */
export type Odd = (response: ServerResponse, path: string) => void;

export interface OddServer {
  url: string;
  /** What it was asked, without the browser's own wish for an icon. */
  asked: string[];
  close(): Promise<void>;
}

const PAGE = '<!doctype html><title>A page</title><p>A page that could be about a Space.</p>';
const ANYBODY = { 'access-control-allow-origin': '*' };

/** A web server with a page at every path below `/s/`, which is no good Perch server. */
export async function startOddServer(answer: Odd): Promise<OddServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (path !== '/favicon.ico') asked.push(path);
    if (path.startsWith('/s/')) response.setHeader('content-type', 'text/html').end(PAGE);
    else answer(response, path);
  });
  server.listen(await freePort(), '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function sendJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json', ...ANYBODY }).end(JSON.stringify(body));
}

/** A website like any other. */
export const website: Odd = (response) => response.setHeader('content-type', 'text/html').end(PAGE);
/** A website that lets anybody read it. */
export const openWebsite: Odd = (response) =>
  response.writeHead(200, { 'content-type': 'text/html', ...ANYBODY }).end(PAGE);

/** Says that it is a Perch server, and answers everything else in its own way. */
const perchBut =
  (answer: Odd): Odd =>
  (response, path) =>
    path === '/healthz' ? sendJson(response, { perch: '1', now: Date.now() }) : answer(response, path);

export const liar = (space: object): Odd => perchBut((response) => sendJson(response, space));
export const hanging: Odd = perchBut(() => undefined);
/** Sends a body that never ends, as fast as it is read. */
export const flooding: Odd = perchBut((response) => {
  response.writeHead(200, { 'content-type': 'application/json', ...ANYBODY });
  const chunk = Buffer.alloc(64 * 1024, '"x');
  const pour = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', pour);
  pour();
});
