import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Duplex } from 'node:stream';
import { generate } from 'selfsigned';
import { PEOPLE } from './content.ts';
import { policyOf } from './csp.ts';
import { answerHostile } from './hostile-server.ts';
import {
  ALL_HOSTS,
  GLITCH_HOST,
  MASTODON_DOMAIN,
  MASTODON_HOST,
  OLD_MASTODON_HOST,
  PICTURE_HOSTS,
  type SiteAddress,
  SITES,
  SPACES_HOST,
} from './hosts.ts';
import type { Staging } from './page-store.ts';
import { proxyRequest, proxyUpgrade } from './reverse-proxy.ts';

/** One request that reached any host of the harness. */
export interface SiteRequest {
  host: string;
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface Sites {
  port: number;
  /** For `launchProfile`: the sites' hosts lead here, every other host leads nowhere. */
  flags: readonly string[];
  /** All requests so far, the oldest first. */
  requests(): readonly SiteRequest[];
  /** The Spaces that posts link to, on pages opened from now on. */
  link(...urls: string[]): void;
  /** The server that `SPACES_URL` leads to, as `http://127.0.0.1:PORT`; start it with `TRUST_PROXY=1`. */
  proxySpaces(url: string): void;
  /** Lets a host lead to a server that speaks plain http, on paths that begin so; for `flags` taken afterwards. */
  lead(host: string, url: string, paths?: readonly string[]): void;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};
const ANYONE = { 'access-control-allow-origin': '*' };
const FLAVOURS: Readonly<Record<string, Staging['flavour']>> = {
  [GLITCH_HOST]: 'glitch',
  [OLD_MASTODON_HOST]: 'old',
};
const MASTODON_HOSTS = [MASTODON_HOST, GLITCH_HOST, OLD_MASTODON_HOST];

const siteOf = (host: string): SiteAddress | undefined =>
  Object.values(SITES).find((site) => site.host === host);

/** The domain of the handles of a Mastodon host's own people. */
export const domainOf = (host: string) => (host === MASTODON_HOST ? MASTODON_DOMAIN : host);

/** A face of two letters on the person's colour. */
function picture(path: string): string {
  const person =
    PEOPLE.find(({ user, did }) => path.includes(`/${user}`) || path.includes(did)) ?? PEOPLE[0]!;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" fill="hsl(${person.hue} 45% 55%)"/><text x="24" y="31" font-family="sans-serif" font-size="20" fill="white" text-anchor="middle">${person.user.slice(0, 2)}</text></svg>`;
}

const isPicture = (host: string, path: string) =>
  path.startsWith('/system/accounts/avatars/') || PICTURE_HOSTS.some((one) => one === host);

/** A host, or a part of it, that another server answers for. */
interface Lead {
  host: string;
  url: string;
  paths: readonly string[];
}

export class SitesServer implements Sites {
  readonly #folder: string;
  readonly #server: Server;
  readonly #requests: SiteRequest[] = [];
  readonly #upgraded = new Set<Duplex>();
  #links: readonly string[] = [];
  readonly #leads: Lead[] = [];

  constructor(folder: string, server: Server) {
    this.#folder = folder;
    this.#server = server;
    server.on('request', (request, response) => void this.#answer(request, response));
    server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get flags(): readonly string[] {
    const rules = [
      ...[...ALL_HOSTS, ...this.#leads.map(({ host }) => host)].map(
        (host) => `MAP ${host}:443 127.0.0.1:${this.port}`,
      ),
      'MAP * ~NOTFOUND',
      'EXCLUDE localhost',
      'EXCLUDE 127.0.0.1',
    ];
    return [`--host-resolver-rules=${rules.join(', ')}`, '--ignore-certificate-errors'];
  }

  requests = (): readonly SiteRequest[] => this.#requests;

  link(...urls: string[]): void {
    this.#links = urls;
  }

  proxySpaces(url: string): void {
    this.lead(SPACES_HOST, url);
  }

  lead(host: string, url: string, paths: readonly string[] = ['/']): void {
    this.#leads.unshift({ host, url, paths });
  }

  #leadOf(host: string, path: string): string | undefined {
    return this.#leads.find((one) => one.host === host && one.paths.some((start) => path.startsWith(start)))
      ?.url;
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    for (const socket of this.#upgraded) socket.destroy();
    await closed;
  }

  #note(request: IncomingMessage): string {
    const host = request.headers.host!.replace(/:\d+$/, '');
    const { method, url, headers } = request;
    const noted: SiteRequest = { host, method: method!, path: url!, headers, body: '' };
    this.#requests.push(noted);
    request.on('data', (chunk: Buffer) => (noted.body += chunk.toString()));
    return host;
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const host = this.#note(request);
    this.#upgraded.add(socket);
    socket.on('close', () => this.#upgraded.delete(socket));
    socket.on('error', () => socket.destroy());
    const lead = this.#leadOf(host, request.url!);
    if (lead !== undefined) proxyUpgrade(lead, request, socket, head);
    // Left open otherwise: a server that never answers.
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const host = this.#note(request);
    const path = new URL(request.url!, `https://${host}`).pathname;
    if (answerHostile(host, request, response)) return;
    const lead = this.#leadOf(host, path);
    if (lead !== undefined) return proxyRequest(lead, request, response);
    if (isPicture(host, path)) {
      response.writeHead(200, { ...ANYONE, 'content-type': 'image/svg+xml' }).end(picture(path));
      return;
    }
    if (path === '/api/v2/instance' && MASTODON_HOSTS.includes(host)) {
      response.writeHead(200, { ...ANYONE, 'content-type': 'application/json' });
      response.end(JSON.stringify({ domain: domainOf(host), title: 'A server', version: '4.6.0' }));
      return;
    }
    const site = siteOf(host);
    if (path.startsWith('/assets/')) return this.#sendAsset(path, response);
    if (site && request.method === 'GET') return this.#sendPage(site, response);
    response.writeHead(404).end();
  }

  async #sendAsset(path: string, response: ServerResponse): Promise<void> {
    const body = await readFile(join(this.#folder, 'assets', path.split('/').at(-1)!)).catch(() => null);
    if (body === null) response.writeHead(404).end();
    else response.writeHead(200, { ...ANYONE, 'content-type': TYPES[extname(path)]! }).end(body);
  }

  async #sendPage(site: SiteAddress, response: ServerResponse): Promise<void> {
    const page = await readFile(join(this.#folder, site.folder, 'index.html'), 'utf8');
    const flavour = FLAVOURS[site.host] ?? 'vanilla';
    const staging: Staging = { links: this.#links, host: site.host, flavour };
    const json = JSON.stringify(staging).replaceAll('<', '\\u003c');
    const script = `<script id="fixture-staging" type="application/json">${json}</script>`;
    const policy = policyOf(site, randomBytes(16).toString('base64'));
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      ...(policy !== null && { 'content-security-policy': policy }),
    });
    response.end(page.replace('<!--staging-->', () => script));
  }
}

/** Serves the built fixture sites over https on loopback, each by its own host name. */
export async function openSites(folder: string): Promise<Sites> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'perch test' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      {
        name: 'subjectAltName',
        altNames: ALL_HOSTS.map((value) => ({ type: 2 as const, value })),
      },
    ],
  });
  const server = createServer({ key, cert });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return new SitesServer(folder, server);
}
