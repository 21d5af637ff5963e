import { signal } from '@preact/signals';
import type { ReactionCount } from '#shared/schema/stage.ts';
import { NO_STAGE, type StageView } from '#shared/schema/view.ts';
import type { StageDesk } from '#shared/ui/stage-desk.ts';
import { answer, send } from './page-messaging.ts';
import { lastStage } from './store.ts';

/** What a person can do on the stage and about people, sent to the background. */
export const deskVerbs: Omit<StageDesk, 'view' | 'onReactions'> = {
  request: (text) => send('background:request', text ? { text } : {}),
  cancelRequest: () => send('background:cancelRequest', {}),
  answerInvitation: (accept) => send('background:invitation', { accept }),
  react: (emoji) => send('background:react', { emoji }),
  show: (shown) => send('background:show', { shown }),
  leaveStage: () => send('background:leaveStage', {}),
  muteAll: () => send('background:muteAll', {}),
  person: (pid, action) => send('background:person', { pid, action }),
  muteForMe: (pid, on) => send('background:muteForMe', { pid, on }),
  settings: (change) => send('background:settings', change),
  report: (request) => send('background:report', request),
  block: (spaceId, pid) => send('background:block', { spaceId, pid }),
  unblock: (id) => send('background:unblock', { id }),
  blocks: () => send('background:blocks', {}),
  preview: (spaceId, server) => send('background:preview', { spaceId, ...(server && { server }) }),
};

/** The popup's desk, kept true by the background's pushes until it is aborted. Resolves with the stage that was kept. */
export async function connectDesk(until: AbortSignal): Promise<StageDesk> {
  const view = signal<StageView>(NO_STAGE);
  const listeners = new Set<(items: readonly ReactionCount[]) => void>();
  let isTold = false;
  const take = (next: StageView) => {
    isTold = true;
    view.value = next;
    return {};
  };
  const silence = answer({
    'popup:stage': take,
    'popup:reactions': ({ items }) => {
      for (const listener of listeners) listener(items);
      return {};
    },
  });
  until.addEventListener('abort', silence);
  // Until the background answers, and where it does not, what was kept stands.
  void send('background:stage', {}).then(take, () => undefined);
  const kept = await lastStage.get();
  if (!isTold) view.value = kept;
  return {
    ...deskVerbs,
    view,
    onReactions(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
