import type { Outcome } from '#shared/schema/view.ts';
import type { Handlers } from '../platform/messenger.ts';
import type { Background } from './background.ts';
import { foundOf, outcomeOf } from '#shared/client/fault.ts';

type StageCommand =
  | 'stage'
  | 'recap'
  | 'request'
  | 'cancelRequest'
  | 'invitation'
  | 'react'
  | 'show'
  | 'leaveStage'
  | 'muteAll'
  | 'person'
  | 'muteForMe'
  | 'voice'
  | 'settings'
  | 'report'
  | 'block'
  | 'unblock'
  | 'blocks'
  | 'preview';

/** What is asked of the stage and of the people on it. */
export function stageCommands({
  ready,
  sound,
  stage,
  servers,
  people,
  memory,
  recap,
}: Background): Pick<Handlers<'background'>, `background:${StageCommand}`> {
  const { feed, verbs } = stage;
  const verb =
    <Request>(act: (request: Request) => Promise<void>) =>
    async (request: Request): Promise<Outcome> => {
      await ready;
      const outcome = await outcomeOf(() => act(request));
      void feed.catchUp();
      return outcome;
    };
  return {
    'background:stage': async () => {
      await ready;
      return feed.view;
    },
    'background:recap': async () => {
      await ready;
      return recap.after(memory.room);
    },
    'background:request': verb(({ text }) => verbs.request(text)),
    'background:cancelRequest': verb(() => verbs.cancelRequest()),
    'background:invitation': verb(({ accept }) => verbs.answerInvitation(accept)),
    'background:react': verb(({ emoji }) => verbs.react(emoji)),
    'background:show': verb(({ shown }) => verbs.show(shown)),
    'background:leaveStage': verb(() => verbs.leaveStage()),
    'background:muteAll': verb(() => verbs.muteAll()),
    'background:person': verb(({ pid, action }) => verbs.person(pid, action)),
    'background:muteForMe': verb(({ pid, on }) => verbs.muteForMe(pid, on)),
    // The server has nothing to do with it.
    'background:voice': async ({ pid, volume }) => {
      await ready;
      return outcomeOf(() => sound.setVoice(pid, volume));
    },
    'background:settings': verb(async (change) => {
      await verbs.settings(change);
      const { spaceId } = memory.room;
      if (change.speakPolicy === 'followed' && spaceId) await people.tellFollowed(spaceId);
    }),
    'background:report': verb((request) => verbs.report(request)),
    'background:block': verb(({ spaceId, pid }) => verbs.block(spaceId, pid)),
    'background:unblock': verb(({ id }) => verbs.unblock(id)),
    'background:blocks': async () => {
      await ready;
      return foundOf(() => verbs.blocks());
    },
    'background:preview': async ({ spaceId, server }) => {
      await ready;
      return foundOf(async () => verbs.preview(spaceId, servers.clientFor(server)));
    },
  };
}
