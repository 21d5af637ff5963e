import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { APP_VIEW } from '../../../extension/background/follows/bluesky.ts';
import { READER, skyHandle, type Person } from './content.ts';

export const APP_VIEW_HOST = new URL(APP_VIEW).host;
const HEADERS = { 'access-control-allow-origin': '*', 'content-type': 'application/json' };

/** Bluesky's public AppView, which knows whom the reader follows, on plain http; `sites.lead` leads its host here. */
export interface AppView {
  url: string;
  /** Paths with their queries, the oldest first. */
  asked: readonly string[];
  /** From now on the reader follows these; `live` by name where somebody says that they are live. */
  follow(people: readonly Person[], live?: Record<string, string>): void;
  close(): Promise<void>;
}

export async function openAppView(): Promise<AppView> {
  const asked: string[] = [];
  let follows: object[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url!);
    const { pathname, searchParams } = new URL(request.url!, 'http://127.0.0.1');
    const isReader = [READER.did, skyHandle(READER)].includes(
      searchParams.get('actor') ?? searchParams.get('handle') ?? '',
    );
    if (!isReader) return void response.writeHead(400, HEADERS).end('{"error":"InvalidRequest"}');
    const body = pathname.endsWith('.getFollows') ? { follows } : { did: READER.did };
    response.writeHead(200, HEADERS).end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    follow(people, live = {}) {
      follows = people.map(({ did, user }) => {
        const uri = live[user];
        const status = uri && { isActive: true, embed: { external: { uri, title: 'Live' } } };
        return { did, handle: `${user}.sky.example`, ...(status && { status }) };
      });
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
