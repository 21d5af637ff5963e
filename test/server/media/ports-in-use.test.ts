import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkMediaPorts, freePort, type MediaPorts, PortTaken } from '../../../server/media/ports-in-use.ts';

let ports: MediaPorts;
let holder: Server;

beforeEach(async () => {
  ports = { tcpPort: await freePort(), udpPort: await freePort() };
  holder = createServer().listen(ports.tcpPort);
  await once(holder, 'listening');
});
afterEach(() => holder.close());

test('a media port that another program holds is refused at once', async () => {
  await expect(checkMediaPorts(ports)).rejects.toThrow(PortTaken);
});

test('a media port that is let go within the patience is taken', async () => {
  const check = checkMediaPorts(ports, 10_000);
  holder.close();
  await expect(check).resolves.toBeUndefined();
});
