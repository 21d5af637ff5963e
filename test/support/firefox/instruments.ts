import type { Instruments } from '../sound-meter.ts';

declare const Services: {
  obs: { addObserver(hear: (window: Window) => void, topic: string): void };
  prefs: { getIntPref(name: string, otherwise: number): number };
};
declare const Cu: {
  Sandbox: new (of: Window, options: object) => object;
  evalInSandbox(source: string, sandbox: object): void;
};

/** How many times as often as they are meant to the extension's pages do what they do every 20 s or less often. */
export const FASTER_PREF = 'perch.tests.faster';

/** Runs in a page before its own scripts: keeps what of it will make sound where a test finds it. */
function keepInstruments(faster: number): void {
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
  const LONG_MS = 20_000;
  const every = window.setInterval.bind(window) as (act: () => void, ms?: number) => number;
  const hurried = (act: () => void, ms = 0) => every(act, ms < LONG_MS ? ms : ms / faster);
  window.setInterval = hurried as typeof setInterval;
  const { createDynamicsCompressor } = BaseAudioContext.prototype;
  BaseAudioContext.prototype.createDynamicsCompressor = function create(this: BaseAudioContext) {
    const made = createDynamicsCompressor.call(this);
    kept.limiters.push(made);
    return made;
  };
}

/** Runs in each of Firefox's processes. */
function watchPages(source: string, fasterPref: string): void {
  Services.obs.addObserver((window) => {
    if (window.location.protocol !== 'moz-extension:') return;
    const page = new Cu.Sandbox(window, { sandboxPrototype: window, wantXrays: false, sameZoneAs: window });
    Cu.evalInSandbox(`(${source})(${Services.prefs.getIntPref(fasterPref, 1)})`, page);
  }, 'content-document-global-created');
}

/** What Firefox has each of its processes run, from before the first page of an extension on. */
export const INSTRUMENTS_SCRIPT = `data:,${encodeURIComponent(
  `(${watchPages})(${JSON.stringify(String(keepInstruments))}, ${JSON.stringify(FASTER_PREF)})`,
)}`;
