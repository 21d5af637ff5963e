import { outcomeOf } from '#shared/client/fault.ts';
import type { Outcome } from '#shared/schema/view.ts';
import type { FOLLOWS_PROTOCOL } from '../platform/follows-protocol.ts';
import type { Handlers } from '../platform/messenger.ts';
import type { Background } from './background.ts';

export type FollowCommand = keyof typeof FOLLOWS_PROTOCOL;

/** What our own pages ask about whom the person follows; the lists themselves are told to none. */
export function followCommands({
  ready,
  people: { follows },
}: Background): Pick<Handlers<'background'>, FollowCommand> {
  const verb =
    <Request>(act: (request: Request) => Promise<void>) =>
    async (request: Request): Promise<Outcome> => {
      await ready;
      return outcomeOf(() => act(request));
    };
  return {
    'background:follows': async () => {
      await ready;
      return follows.sources;
    },
    'background:addFollows': verb(({ name }) => follows.add(name)),
    'background:readFollows': verb(({ id }) => follows.readAgain(id)),
    'background:removeFollows': verb(({ id }) => follows.remove(id)),
    'background:stopFollows': verb(({ id }) => follows.stop(id)),
  };
}
