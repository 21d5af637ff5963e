import { foundOf, outcomeOf } from '#shared/client/fault.ts';
import type { StageVerbs } from '#shared/client/stage-verbs.ts';
import type { ReactionCount } from '#shared/schema/stage.ts';
import type { StageDesk } from '#shared/ui/stage-desk.ts';
import type { SpaceWatch } from './space-watch.ts';

export type OnReactions = (items: readonly ReactionCount[]) => void;

/** What a person can do on the stage and about people, done by the page itself. */
export function createDesk(verbs: StageVerbs, watch: SpaceWatch, listeners: Set<OnReactions>): StageDesk {
  const verb = async (act: () => Promise<void>) => {
    const outcome = await outcomeOf(act);
    void watch.catchUp();
    return outcome;
  };
  return {
    view: watch.view,
    onReactions(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    request: (text) => verb(() => verbs.request(text)),
    cancelRequest: () => verb(() => verbs.cancelRequest()),
    answerInvitation: (accept) => verb(() => verbs.answerInvitation(accept)),
    react: (emoji) => verb(() => verbs.react(emoji)),
    show: (shown) => verb(() => verbs.show(shown)),
    leaveStage: () => verb(() => verbs.leaveStage()),
    muteAll: () => verb(() => verbs.muteAll()),
    person: (pid, action) => verb(() => verbs.person(pid, action)),
    muteForMe: (pid, on) => verb(() => verbs.muteForMe(pid, on)),
    settings: (change) => verb(() => verbs.settings(change)),
    report: (request) => verb(() => verbs.report(request)),
    block: (spaceId, pid) => verb(() => verbs.block(spaceId, pid)),
    unblock: (id) => verb(() => verbs.unblock(id)),
    blocks: () => foundOf(() => verbs.blocks()),
    preview: (spaceId) => foundOf(() => verbs.preview(spaceId)),
  };
}
