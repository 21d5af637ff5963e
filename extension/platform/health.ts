import { browser } from 'wxt/browser';
import type { MessageReply } from './host-protocol.ts';
import { send } from './messaging.ts';

/** A site's adapter by its selectors' names, with how many elements each finds. */
export type Health = MessageReply<'bar:health'>;

const PATIENCE_MS = 2_000;

/** What the script in a tab counts; null where there is none, or where the page hangs. */
async function ask(tabId: number): Promise<Health | null> {
  const tooLate = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  return Promise.race([send('bar:health', {}, tabId).catch(() => null), tooLate]);
}

/** The health of the timeline that was used last, of those that are open. */
export async function checkOpenTimeline(): Promise<Health | null> {
  const tabs = await browser.tabs.query({});
  const latest = tabs.toSorted((one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0));
  const answers = await Promise.all(latest.map(({ id }) => (id === undefined ? null : ask(id))));
  return answers.find((answer) => answer !== null) ?? null;
}
