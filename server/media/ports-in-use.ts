import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A port is held by another program; the message is the whole sentence for a person. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
}

/** Below what systems give to outgoing connections, so that none takes a port between its choice and its use. */
const LOWEST = 20_000;
const HIGHEST = 32_000;
const POLL_MS = 25;

/** A TCP port that nothing listens on. */
export async function freePort(): Promise<number> {
  const port = randomInt(LOWEST, HIGHEST);
  return (await isTcpFree(port)) ? port : freePort();
}

export interface MediaPorts {
  tcpPort: number;
  udpPort: number;
}

/** Throws `PortTaken` when LiveKit could not listen for sound on these ports, also after `patienceMs`. */
export async function checkMediaPorts(ports: MediaPorts, patienceMs = 0): Promise<void> {
  const giveUpAt = Date.now() + patienceMs;
  while (Date.now() < giveUpAt && !(await areFree(ports))) await sleep(POLL_MS);
  if (!(await isTcpFree(ports.tcpPort))) throw new PortTaken(taken('TCP', ports.tcpPort, 'LIVEKIT_TCP_PORT'));
  if (!(await isUdpFree(ports.udpPort))) throw new PortTaken(taken('UDP', ports.udpPort, 'LIVEKIT_UDP_PORT'));
}

async function areFree({ tcpPort, udpPort }: MediaPorts): Promise<boolean> {
  return (await isTcpFree(tcpPort)) && (await isUdpFree(udpPort));
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
