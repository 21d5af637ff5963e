import type { Instruments } from '../sound-meter.ts';

declare const Services: {
  obs: { addObserver(hear: (window: Window) => void, topic: string): void };
};
declare const Cu: {
  Sandbox: new (of: Window, options: object) => object;
  evalInSandbox(source: string, sandbox: object): void;
};

/** Runs in a page before its own scripts: keeps what of it will make sound where a test finds it. */
function keepInstruments(): void {
  const kept: Instruments = { connections: [], players: [], limiters: [] };
  Object.assign(window, { instruments: kept });
  const noting = <Kind extends object>(kind: Kind, all: unknown[]): Kind =>
    new Proxy(kind, {
      construct(target, args, newTarget) {
        const made = Reflect.construct(target as never, args, newTarget);
        all.push(made);
        return made;
      },
    });
  window.RTCPeerConnection = noting(window.RTCPeerConnection, kept.connections);
  window.Audio = noting(window.Audio, kept.players);
  window.DynamicsCompressorNode = noting(window.DynamicsCompressorNode, kept.limiters);
  const { createElement } = Document.prototype;
  Document.prototype.createElement = function create(this: Document, ...args: [string]) {
    const made = createElement.apply(this, args);
    if (made.localName === 'audio') kept.players.push(made as HTMLAudioElement);
    return made;
  } as typeof createElement;
  const { createDynamicsCompressor } = BaseAudioContext.prototype;
  BaseAudioContext.prototype.createDynamicsCompressor = function create(this: BaseAudioContext) {
    const made = createDynamicsCompressor.call(this);
    kept.limiters.push(made);
    return made;
  };
}

/** Runs in each of Firefox's processes. */
function watchPages(source: string): void {
  Services.obs.addObserver((window) => {
    if (window.location.protocol !== 'moz-extension:') return;
    const page = new Cu.Sandbox(window, { sandboxPrototype: window, wantXrays: false, sameZoneAs: window });
    Cu.evalInSandbox(source, page);
  }, 'content-document-global-created');
}

/** What Firefox has each of its processes run, from before the first page of an extension on. */
export const INSTRUMENTS_SCRIPT = `data:,${encodeURIComponent(
  `(${watchPages})(${JSON.stringify(`(${keepInstruments})()`)})`,
)}`;
