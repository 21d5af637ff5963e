import type { CDPSession, Page } from 'puppeteer-core';
import { FirefoxProfile } from './firefox/firefox-profile.ts';
import type { Person } from './person.ts';
import { until } from './until.ts';

async function worldOf(session: CDPSession): Promise<number> {
  const worlds: { id: number; origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  await session.send('Runtime.enable');
  const isOurs = ({ origin }: { origin: string }) => origin.startsWith('chrome-extension://');
  return until('the content script', async () => worlds.find(isOurs)?.id);
}

/** The value of an expression where the content script in this page of Chromium's runs, awaited. */
async function evaluateBeside(page: Page, expression: string): Promise<unknown> {
  const session = await page.createCDPSession();
  const contextId = await worldOf(session);
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    contextId,
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** Sends a command from where the content script in this page runs; answers `refused` when the background would not hear it. */
export function sendFromContentScript(page: Page, type: string, data: object): Promise<unknown> {
  const message = JSON.stringify({ id: 1, type, data, timestamp: Date.now() });
  return evaluateBeside(
    page,
    `chrome.runtime.sendMessage(${message}).then(({ res, err }) => err ? 'refused' : res)`,
  );
}

/** Runs a function that stands alone where the content script in this page runs, in any browser. */
export async function runAsContentScript<Result>(
  person: Person,
  page: Page,
  run: () => Promise<Result>,
): Promise<Result> {
  if (!(person instanceof FirefoxProfile)) return (await evaluateBeside(page, `(${run})()`)) as Result;
  const own = await person.openOwn('options.html');
  const answer = await own.evaluate(`(async () => {
    const [tab] = await browser.tabs.query({ url: ${JSON.stringify(page.url().replace(/:\d+\//, '/'))} });
    const [frame] = await browser.scripting.executeScript({ target: { tabId: tab.id }, func: ${run} });
    return frame.result;
  })()`);
  await own.close();
  return answer as Result;
}
