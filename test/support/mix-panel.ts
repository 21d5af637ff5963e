import type { CDPSession, Page } from 'puppeteer-core';
import { type Mix, PLAIN_MIX } from '#shared/schema/sound.ts';

/** What a person decides about sound, said to the media host itself: what is shown of it is not what is heard. */
export class MixPanel {
  readonly #view: Page;
  #asked = 0;

  /** `view` is any page of the extension's. */
  constructor(view: Page) {
    this.#view = view;
  }

  /** Voices as they come, but for what is said here. */
  mix(part: Partial<Mix>): Promise<void> {
    return this.#tell('host:mix', { ...PLAIN_MIX, levelling: false, ...part });
  }

  volume(volume: number): Promise<void> {
    return this.#tell('host:volume', { volume });
  }

  silence(on: boolean): Promise<void> {
    return this.#tell('host:silence', { on });
  }

  /** Has the loudness of everybody told to this page, or no longer. */
  async watchLevels(on: boolean): Promise<void> {
    await this.#view.evaluate(`{
      globalThis.levelsNow = {};
      if (!globalThis.levelsPort) {
        globalThis.levelsPort = chrome.runtime.connect({ name: 'room' });
        levelsPort.onMessage.addListener(({ levels }) => levels && (levelsNow = levels));
      }
      levelsPort.postMessage({ t: 'levels', on: ${on} });
    }`);
  }

  /** Of how many people a loudness was told. */
  async levelsTold(): Promise<number> {
    return Number(await this.#view.evaluate('Object.values(levelsNow).filter((level) => level > 0).length'));
  }

  async levelOf(pid: string): Promise<number> {
    return Number(await this.#view.evaluate(`levelsNow[${JSON.stringify(pid)}] ?? 0`));
  }

  async #tell(type: string, data: object): Promise<void> {
    this.#asked += 1;
    const message = { id: this.#asked, type, data, timestamp: 0 };
    await this.#view.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(message)})`);
  }
}

/** Does something in the media host with the context that it mixes in and the node all goes out through, and answers what came of it. */
export async function inMixer<T>(host: CDPSession, act: string): Promise<T> {
  const { result } = await host.send('Runtime.evaluate', { expression: 'DynamicsCompressorNode.prototype' });
  const { objects } = await host.send('Runtime.queryObjects', { prototypeObjectId: result.objectId! });
  const answer = await host.send('Runtime.callFunctionOn', {
    objectId: objects.objectId!,
    functionDeclaration: `async function () { return (${act})(this[0].context, this[0]); }`,
    awaitPromise: true,
    returnByValue: true,
  });
  if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description);
  return answer.result.value as T;
}
