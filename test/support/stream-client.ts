import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import * as v from 'valibot';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { Stage } from '#shared/schema/stage.ts';
import { ServerMessageSchema, type ServerMessage } from '#shared/schema/stream.ts';
import type { CoreApp } from './core-app.ts';

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** Serves the push socket of an app on a free port and answers its address. */
export async function serveStream(core: CoreApp): Promise<string> {
  await core.perch.start();
  return serveUpgrades(core.perch.upgradeStream);
}

export async function serveUpgrades(upgrade: Upgrade): Promise<string> {
  const server = createServer().on('upgrade', upgrade);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}/v1/stream`;
}

/** A reader of the push socket that checks every message against the schema and hands them out in order. */
export class StreamClient {
  readonly socket: WebSocket;
  readonly closed: Promise<number>;
  /** All that ever arrived. */
  readonly heard: ServerMessage[] = [];
  readonly #arrived: ServerMessage[] = [];
  #wake: (() => void) | null = null;

  constructor(url: string) {
    this.socket = new WebSocket(url);
    this.closed = new Promise((resolve) => this.socket.on('close', resolve));
    this.socket.on('message', (data) => {
      const message = v.parse(ServerMessageSchema, JSON.parse(String(data)));
      this.heard.push(message);
      this.#arrived.push(message);
      this.#wake?.();
    });
    onTestFinished(() => this.socket.terminate());
  }

  /** Connects, says hello and takes the welcome. */
  static async hello(url: string, have?: string): Promise<StreamClient> {
    const client = new StreamClient(url);
    await once(client.socket, 'open');
    client.say({ t: 'hello', topics: ['live'], ...(have && { have }) });
    await client.next('welcome');
    return client;
  }

  say(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** The next message of this type; those before it are dropped. */
  async next<T extends ServerMessage['t']>(type: T): Promise<Extract<ServerMessage, { t: T }>> {
    for (;;) {
      const message = await this.any();
      if (message.t === type) return message as Extract<ServerMessage, { t: T }>;
    }
  }

  /** The next stage that is as wanted. */
  async stage(wanted: (stage: Stage) => boolean): Promise<Stage> {
    for (;;) {
      const { stage } = await this.next('stage');
      if (wanted(stage)) return stage;
    }
  }

  /** How many of this type ever arrived. */
  count(type: ServerMessage['t']): number {
    return this.heard.filter(({ t }) => t === type).length;
  }

  async any(): Promise<ServerMessage> {
    while (this.#arrived.length === 0) await new Promise<void>((resolve) => (this.#wake = resolve));
    return this.#arrived.shift()!;
  }
}
