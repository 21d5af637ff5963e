import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

/** A port is held by another program; the message is the whole sentence for a person. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
}

/** Below what systems give to outgoing connections, so that none takes a port between its choice and its use. */
const LOWEST = 20_000;
const HIGHEST = 32_000;

/** A TCP port that nothing listens on. */
export async function freePort(): Promise<number> {
  const port = randomInt(LOWEST, HIGHEST);
  return (await isTcpFree(port)) ? port : freePort();
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
