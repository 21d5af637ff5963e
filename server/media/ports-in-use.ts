import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A port is held by another program; the message is the whole sentence for a person. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
}

/** A TCP port that nothing listens on, on loopback. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Throws `PortTaken` when LiveKit could not listen for sound on these ports. */
export async function checkMediaPorts(ports: { tcpPort: number; udpPort: number }): Promise<void> {
  if (!(await isTcpFree(ports.tcpPort))) throw new PortTaken(taken('TCP', ports.tcpPort, 'LIVEKIT_TCP_PORT'));
  if (!(await isUdpFree(ports.udpPort))) throw new PortTaken(taken('UDP', ports.udpPort, 'LIVEKIT_UDP_PORT'));
}

function taken(kind: string, port: number, variable: string): string {
  return `${kind} port ${port}, which carries the sound, is taken by another program: stop that program, or set ${variable} to a free port.`;
}

function isTcpFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}

function isUdpFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createSocket('udp4');
    probe.once('error', () => {
      probe.close();
      resolve(false);
    });
    probe.bind(port, () => probe.close(() => resolve(true)));
  });
}
