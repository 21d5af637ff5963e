import { outcomeOf } from '#shared/client/fault.ts';
import type { Outcome } from '#shared/schema/view.ts';
import type { Handlers } from '../platform/messenger.ts';
import type { Background } from './background.ts';

type FollowCommand = 'follows' | 'addFollows' | 'readFollows' | 'removeFollows';

/** What our own pages ask about whom the person follows; the lists themselves are told to none. */
export function followCommands({
  ready,
  people: { follows },
}: Background): Pick<Handlers<'background'>, `background:${FollowCommand}`> {
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
  };
}
