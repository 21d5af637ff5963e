import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';

const CLIENT = new URL(import.meta.resolve('livekit-client'));

const PAGE = `<!doctype html>
<meta charset="utf-8">
<title>Bare</title>
<button>Listen</button>
<script type="module">
  import { Room, RoomEvent } from '/livekit-client.js';
  const room = new Room({ adaptiveStream: false, dynacast: false });
  room.on(RoomEvent.TrackSubscribed, (track) => track.attach());
  window.prepare = async ({ url, token }) => {
    await room.prepareConnection(url, token);
    document.querySelector('button').onclick = () => room.connect(url, token);
  };
  window.leave = () => room.disconnect();
</script>`;

/** The rival: a page with the same livekit-client, prepared as its documentation asks, and a ready token. */
export async function startBarePage(): Promise<{ url: string; close(): void }> {
  const client = await readFile(CLIENT);
  const server = createServer((request, response) => {
    const isScript = request.url === '/livekit-client.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? client : PAGE);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
