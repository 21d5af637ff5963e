import type { CDPSession, Protocol } from 'puppeteer-core';
import { createMeter, type Meter } from './sound-meter.ts';

/** A meter that stands in a browser and is read from here. */
export interface FarMeter {
  read(): Promise<Awaited<ReturnType<Meter['read']>>>;
  readMix(): Promise<ReturnType<Meter['readMix']>>;
}

/** Where sound arrives: a media host, or a page that plays. */
export interface Place {
  openMeter(withArrivals: boolean): Promise<FarMeter>;
  /** Whether it was closed, and so makes no sound any more. */
  isGone(): boolean;
}

/** A page of Chromium's, by what its debugger finds there. */
export function chromiumPlace(session: CDPSession): Place {
  /** All the objects of a kind that there are now. */
  async function all(kind: string): Promise<string> {
    const { result } = await session.send('Runtime.evaluate', { expression: `${kind}.prototype` });
    const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId! });
    return objects.objectId!;
  }

  async function call(
    objectId: string,
    functionDeclaration: string,
    options: Partial<Protocol.Runtime.CallFunctionOnRequest> = {},
  ): Promise<Protocol.Runtime.RemoteObject> {
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      objectId,
      functionDeclaration,
      awaitPromise: true,
      ...options,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result;
  }

  return {
    isGone: () => session.detached,
    async openMeter(withArrivals) {
      const connections = await all('RTCPeerConnection');
      const [players, limiters] = [await all('HTMLAudioElement'), await all('DynamicsCompressorNode')];
      const create = `function (players, limiters) {
        return (${createMeter.toString()})({ connections: this, players, limiters }, ${withArrivals});
      }`;
      const made = await call(connections, create, {
        arguments: [{ objectId: players }, { objectId: limiters }],
      });
      const ask = async (what: string) => {
        const source = `function () { return this.${what}(); }`;
        return (await call(made.objectId!, source, { returnByValue: true })).value;
      };
      return { read: () => ask('read'), readMix: () => ask('readMix') };
    },
  };
}
