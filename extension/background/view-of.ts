import { inLocalTime, shown } from '#shared/client/live-list.ts';
import type { View } from '#shared/schema/view.ts';
import type { Background } from './background.ts';

type Holder = Pick<
  Background,
  'servers' | 'stage' | 'memory' | 'feed' | 'people' | 'side' | 'bar' | 'privacy'
>;

/** All that a bar or popup shows, put together from those who hold it. */
export async function viewOf(
  background: Holder,
  { language, question }: Pick<View, 'language' | 'question'>,
): Promise<View> {
  const { home, others } = background.servers;
  const { isInvited, isRaised } = background.stage.waiting;
  const { room } = background.memory;
  return {
    language,
    list: {
      status: background.feed.status,
      spaces: background.people.listed(
        inLocalTime(shown(background.feed.list), background.stage.lines.skewMs),
      ),
      fault: background.feed.fault,
    },
    room,
    ...(await background.side.view()),
    follows: background.people.follows.keys.all.size,
    server: home.url,
    servers: others,
    spaceServer: background.servers.abroad(room.spaceId),
    bar: background.bar.settings,
    shown: background.privacy.isShown,
    invited: isInvited,
    raised: isRaised,
    question,
  };
}
