import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { item } from './store.ts';

const PAGE = '/stage.html';
const SIZE = { width: 400, height: 660 };

const StageWindowSchema = v.object({ tabId: v.number(), isSeated: v.boolean() });
/** The stage window that is open; `isSeated` once it has taken the person's place over. */
export type StageWindow = v.InferOutput<typeof StageWindowSchema>;
export const openStageWindow = /* @__PURE__ */ item<StageWindow | null>(
  'session:stageWindow',
  v.nullable(StageWindowSchema),
  null,
);

/** When a Space was last heard, ms since the epoch; 0 when none was. */
export const lastHeardAt = /* @__PURE__ */ item('session:heardAt', v.number(), 0);

/** Opens it in front; answers the id of its tab. Our pages cannot open in private windows. */
export async function createStageWindow(): Promise<number> {
  const window = await browser.windows.create({ url: PAGE, type: 'popup', incognito: false, ...SIZE });
  return window!.tabs![0]!.id!;
}

export async function focusStageWindow(tabId: number): Promise<void> {
  const { windowId } = await browser.tabs.get(tabId);
  await browser.windows.update(windowId!, { focused: true });
}

export async function isTabOpen(tabId: number): Promise<boolean> {
  return browser.tabs.get(tabId).then(
    () => true,
    () => false,
  );
}

export async function closeTab(tabId: number): Promise<void> {
  // The person was quicker.
  await browser.tabs.remove(tabId).catch(() => undefined);
}
