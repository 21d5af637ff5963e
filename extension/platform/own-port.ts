import { browser } from 'wxt/browser';
import { self } from './own.ts';
import type { Sender } from './sender.ts';

interface Heard<Listener> {
  addListener(listener: Listener): void;
}

/** One end of a port, as the browser has them. */
export interface Port {
  sender?: Sender;
  postMessage(message: unknown): void;
  disconnect(): void;
  onMessage: Heard<(message: unknown) => void>;
  onDisconnect: Heard<() => void>;
}
type Take = (port: Port) => void;

/** Those of this very page, which the browser connects to other pages only. In Chromium the media host has no views beside it. */
const here = new Map<string, Take>();

/** Takes each port of that name that another page opens, and in Firefox this one. Answers how to stop. */
export function acceptPorts(name: string, take: Take): () => void {
  const handleConnect = (port: Port & { name: string }) => {
    if (port.name === name && port.sender?.id === self().id) take(port);
  };
  browser.runtime.onConnect.addListener(handleConnect as never);
  if (import.meta.env.FIREFOX) here.set(name, take);
  return () => {
    browser.runtime.onConnect.removeListener(handleConnect as never);
    here.delete(name);
  };
}

/** Opens a port to whoever takes it. */
export function openPort(name: string): Port {
  const take = import.meta.env.FIREFOX && here.get(name);
  if (!take) return browser.runtime.connect({ name }) as Port;
  const { id, origin } = self();
  const [ours, theirs] = pairOfPorts({ id, origin });
  // As from elsewhere: whoever opens it listens first.
  queueMicrotask(() => take(theirs));
  return ours;
}

class OwnPort implements Port {
  readonly sender?: Sender;
  other!: OwnPort;
  readonly #messages = new Set<(message: unknown) => void>();
  readonly #ends = new Set<() => void>();
  #isOpen = true;
  readonly onMessage = {
    addListener: (listener: (message: unknown) => void) => void this.#messages.add(listener),
  };
  readonly onDisconnect = { addListener: (listener: () => void) => void this.#ends.add(listener) };

  constructor(sender?: Sender) {
    this.sender = sender;
  }

  postMessage(message: unknown): void {
    if (this.#isOpen) this.other.#hear(message);
  }

  /** As everywhere, only the other end is told. */
  disconnect(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.other.#close();
  }

  #hear(message: unknown): void {
    for (const listener of this.#messages) listener(message);
  }

  #close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    for (const listener of this.#ends) listener();
  }
}

/** Two ends that are joined without the browser; the second one was opened by `sender`. */
export function pairOfPorts(sender: Sender): [Port, Port] {
  const [ours, theirs] = [new OwnPort(), new OwnPort(sender)];
  ours.other = theirs;
  theirs.other = ours;
  return [ours, theirs];
}
