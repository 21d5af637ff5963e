import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Reader } from './reader.ts';

/** Readers are pinged in so many groups, one after the other, so that no tick has all of them to serve. */
export const PING_GROUPS = 10;

/** All open push sockets, counted by address. */
export class Readers {
  readonly #all = new Set<Reader>();
  readonly #perAddress = new Map<string, number>();
  #onEmpty: (() => void) | null = null;
  #added = 0;

  get size(): number {
    return this.#all.size;
  }

  countAt(address: string): number {
    return this.#perAddress.get(address) ?? 0;
  }

  [Symbol.iterator](): Iterator<Reader> {
    return this.#all.values();
  }

  add(socket: WebSocket, raw: Duplex, address: string): Reader {
    const pingGroup = this.#added++ % PING_GROUPS;
    const reader: Reader = {
      socket,
      raw,
      address,
      pingGroup,
      listening: false,
      wantsList: false,
      unanswered: 0,
      behindSince: 0,
    };
    this.#all.add(reader);
    this.#perAddress.set(address, this.countAt(address) + 1);
    return reader;
  }

  remove(reader: Reader): void {
    if (!this.#all.delete(reader)) return;
    const left = this.countAt(reader.address) - 1;
    if (left > 0) this.#perAddress.set(reader.address, left);
    else this.#perAddress.delete(reader.address);
    if (this.#all.size === 0) this.#onEmpty?.();
  }

  /** Resolves once nobody is left. */
  async emptied(): Promise<void> {
    if (this.#all.size === 0) return;
    await new Promise<void>((resolve) => (this.#onEmpty = resolve));
  }
}
