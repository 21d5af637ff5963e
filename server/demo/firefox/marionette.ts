import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import * as v from 'valibot';

const ReplySchema = v.tuple([
  v.literal(1),
  v.number(),
  v.nullable(v.looseObject({ error: v.string(), message: v.string() })),
  v.unknown(),
]);
const GreetingSchema = v.object({ applicationType: v.literal('gecko'), marionetteProtocol: v.literal(3) });

const SEPARATOR = ':'.charCodeAt(0);

/** Firefox said no to a command, in its own words. */
class Refused extends Error {
  override readonly name = 'MarionetteRefused';
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Firefox's own remote control: JSON over TCP, each message after its length. */
export class Marionette {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #received: Buffer = Buffer.alloc(0);
  #lastId = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => this.#take(chunk));
    socket.once('close', () => this.#giveUp(new Error('Firefox hung up')));
    socket.once('error', (error) => this.#giveUp(error));
  }

  static async connect(port: number): Promise<Marionette> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return new Marionette(socket);
  }

  /** Sends a command and answers its result; rejects with what Firefox says of it. */
  send(name: string, params: object = {}): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    const text = JSON.stringify([0, id, name, params]);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const colon = this.#received.indexOf(SEPARATOR);
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#received.toString('latin1', 0, colon));
      if (this.#received.length < end) return;
      const message: unknown = JSON.parse(this.#received.toString('utf8', colon + 1, end));
      this.#received = this.#received.subarray(end);
      if (!v.is(GreetingSchema, message)) this.#settle(v.parse(ReplySchema, message));
    }
  }

  #settle([, id, error, result]: v.InferOutput<typeof ReplySchema>): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Refused(`${error.error}: ${error.message}`));
    else waiting?.resolve(result);
  }

  #giveUp(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
