import { foundOf, outcomeOf } from '#shared/client/fault.ts';
import type { Outcome } from '#shared/schema/view.ts';
import type { Handlers } from '../platform/messenger.ts';
import type { Background } from './background.ts';

type ServerCommand = 'server' | 'look' | 'addServer' | 'removeServer';

/** What our own pages ask about servers. */
export function serverCommands({
  ready,
  desk,
}: Background): Pick<Handlers<'background'>, `background:${ServerCommand}`> {
  const verb =
    <Request>(act: (request: Request) => Promise<void>) =>
    async (request: Request): Promise<Outcome> => {
      await ready;
      return outcomeOf(() => act(request));
    };
  return {
    'background:server': verb(({ url }) => desk.useHome(url)),
    'background:addServer': verb(({ server }) => desk.add(server)),
    'background:removeServer': verb(({ server }) => desk.remove(server)),
    'background:look': async ({ server, spaceId }) => {
      await ready;
      return foundOf(() => desk.look(server, spaceId));
    },
  };
}
