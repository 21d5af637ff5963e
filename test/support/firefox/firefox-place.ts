import { createMeter } from '../sound-meter.ts';
import type { FarMeter, Place } from '../sound-place.ts';
import type { Firefox } from './firefox.ts';

/** What stands in each page of the extension's, for the tests alone. */
interface Left {
  meters?: FarMeter[];
}

/** A view of Firefox's where sound arrives, by what it was seen to make. */
export function firefoxPlace(firefox: Firefox, view: number): Place {
  let isGone = false;
  async function evaluate<Args extends unknown[], Result>(
    run: string | ((...args: Args) => Result),
    args: Args,
  ): Promise<Awaited<Result>> {
    try {
      return await firefox.evaluate(view, run, args);
    } catch (error) {
      isGone = !(await firefox.window.isThere(view));
      throw error;
    }
  }
  return {
    isGone: () => isGone,
    async openMeter(withArrivals) {
      const create = `async (withArrivals) => {
        const meter = await (${createMeter})(window.instruments, withArrivals);
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
