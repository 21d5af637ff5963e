import type { CDPSession, Page } from 'puppeteer-core';
import { until } from './until.ts';

async function worldOf(session: CDPSession): Promise<number> {
  const worlds: { id: number; origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  await session.send('Runtime.enable');
  const isOurs = ({ origin }: { origin: string }) => origin.startsWith('chrome-extension://');
  return until('the content script', async () => worlds.find(isOurs)?.id);
}

/** Sends a command from where the content script in this page runs; answers `refused` when the background would not hear it. */
export async function sendFromContentScript(page: Page, type: string, data: object): Promise<unknown> {
  const session = await page.createCDPSession();
  const contextId = await worldOf(session);
  const message = JSON.stringify({ id: 1, type, data, timestamp: Date.now() });
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    contextId,
    expression: `chrome.runtime.sendMessage(${message}).then(({ res, err }) => err ? 'refused' : res)`,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}
