import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { ALL_HOSTS } from './hosts.ts';

/** A proxy through which a browser finds the fixture sites under their own names, and nobody else. */
export interface ConnectProxy {
  /** What Firefox is started with so that it asks here. */
  prefs: Readonly<Record<string, string | number>>;
  close(): Promise<void>;
}

/** The fixture sites' hosts lead to them, and so do `more`. */
export async function openConnectProxy(
  sitesPort: number,
  more: readonly string[] = [],
): Promise<ConnectProxy> {
  const sockets = new Set<Socket>();
  const server = createServer();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('connect', ({ url = '' }, socket) => {
    const isOurs = [...ALL_HOSTS, ...more].includes(url.replace(/:443$/, ''));
    if (!isOurs) return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    const site = connect(sitesPort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      site.pipe(socket).pipe(site);
    });
    // Either side may hang up at any time, and takes the other along.
    site.once('error', () => socket.destroy()).once('close', () => socket.destroy());
    socket.once('error', () => site.destroy()).once('close', () => site.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    prefs: { 'network.proxy.type': 1, 'network.proxy.ssl': '127.0.0.1', 'network.proxy.ssl_port': port },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
