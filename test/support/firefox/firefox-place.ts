import { createMeter } from '../sound-meter.ts';
import type { FarMeter, Place } from '../sound-place.ts';
import type { Firefox } from './firefox.ts';

/** What the tests leave in a page of the extension's. */
interface Left {
  instruments?: unknown[][];
  meters?: FarMeter[];
}
declare const ChromeUtils: {
  importESModule(url: string): { addDebuggerToGlobal(global: object): void };
};
declare const Cu: { waiveXrays(of: object): Left & { Array: ArrayConstructor } };
declare const Debugger: new (global: object) => {
  findObjects(query: { class: string }): { unsafeDereference(): unknown }[];
  removeAllDebuggees(): void;
};

/** Runs with Firefox's own powers: leaves all there is of what makes sound in a page where the page itself reaches it. */
function gather(): void {
  const { addDebuggerToGlobal } = ChromeUtils.importESModule('resource://gre/modules/jsdebugger.sys.mjs');
  addDebuggerToGlobal(globalThis);
  const looker = new Debugger(window);
  const page = Cu.waiveXrays(window);
  page.instruments = new page.Array() as unknown[][];
  for (const kind of ['RTCPeerConnection', 'HTMLAudioElement', 'DynamicsCompressorNode']) {
    const all = new page.Array() as unknown[];
    for (const found of looker.findObjects({ class: kind })) all.push(found.unsafeDereference());
    page.instruments.push(all);
  }
  looker.removeAllDebuggees();
}

/** A view of Firefox's where sound arrives, by what its debugger finds there. */
export function firefoxPlace(firefox: Firefox, view: number): Place {
  let isGone = false;
  async function evaluate<Args extends unknown[], Result>(
    run: string | ((...args: Args) => Result),
    args: Args,
    asFirefox = false,
  ): Promise<Awaited<Result>> {
    try {
      return await firefox.evaluate(view, run, args, asFirefox);
    } catch (error) {
      isGone = !(await firefox.window.isThere(view));
      throw error;
    }
  }
  return {
    isGone: () => isGone,
    async openMeter(withArrivals) {
      await evaluate(gather, [], true);
      const create = `async (withArrivals) => {
        const [connections, players, limiters] = window.instruments;
        const meter = await (${createMeter})({ connections, players, limiters }, withArrivals);
        window.meters ??= [];
        return window.meters.push(meter) - 1;
      }`;
      const meter = await evaluate<[boolean], Promise<number>>(create, [withArrivals]);
      const ask = <What extends keyof FarMeter>(what: What) => {
        const call = (index: number, name: What) => (window as Left).meters![index]![name]();
        return evaluate(call, [meter, what]) as ReturnType<FarMeter[What]>;
      };
      return { read: () => ask('read'), readMix: () => ask('readMix') };
    },
  };
}
