import type { FaultCode } from '#shared/schema/errors.ts';
import type { Outcome } from '#shared/schema/view.ts';
import { answer as answerAccount } from '../platform/account-messaging.ts';
import { answer as answerFollows } from '../platform/follows-messaging.ts';
import { answer } from '../platform/messaging.ts';
import { stageMessenger } from '../platform/stage-messaging.ts';
import type { MessageRequest } from '../platform/host-protocol.ts';
import type { Handlers, KnownSender } from '../platform/messenger.ts';
import { self } from '../platform/own.ts';
import { isOwnPage } from '../platform/sender.ts';
import { openOptions, showMicrophoneTab } from '../platform/tabs.ts';
import type { STAGE_PROTOCOL } from '../platform/stage-protocol.ts';
import { openPopup } from '../platform/toolbar.ts';
import { accessCommands } from './access-commands.ts';
import { accountCommands, type AccountCommand } from './account-commands.ts';
import type { Background } from './background.ts';
import { outcomeOf } from '#shared/client/fault.ts';
import { followCommands, type FollowCommand } from './follow-commands.ts';
import { stageCommands } from './stage-commands.ts';
import { mediaHost } from './host-line.ts';
import { hostPlace, pagePlace, showMicrophone } from './host-place.ts';
import type { PagePlace } from './page-place.ts';
import { serverCommands } from './server-commands.ts';
import type { SiteAccess } from './site-access.ts';
import { siteCommands } from './site-commands.ts';
import { isPage, POPUP, STAGE } from './views.ts';

function viewKeyOf(sender: KnownSender): string {
  if (!isOwnPage(sender, self())) return String(sender.tabId);
  return pagePlace?.isStage(sender.tabId) ? STAGE : POPUP;
}

async function checkPage(access: SiteAccess, { origin, tabId }: KnownSender): Promise<void> {
  if (origin?.startsWith('http') && tabId !== undefined) await access.check(new URL(origin).hostname, tabId);
}

async function setVolume(background: Background, volume: number): Promise<void> {
  if (await mediaHost.isOpen()) await hostPlace.tell('host:volume', { volume });
  else await background.memory.keep({ ...background.memory.room, volume });
}

async function setSilenced(on: boolean): Promise<void> {
  if (await mediaHost.isOpen()) await hostPlace.tell('host:silence', { on });
}

/** Joins that want a person's answer first, for which the bar has no room. */
const QUESTIONS: readonly FaultCode[] = ['blocked_on_stage', 'anonymous_refused'];

/** Joins at home that want to know who the person is. */
const ABOUT_WHO: readonly FaultCode[] = ['sign_in_required', 'unauthenticated'];

async function join(
  background: Background,
  { spaceId, server, ...answers }: MessageRequest<'background:join'>,
  view: string,
): Promise<Outcome> {
  void background.ask(null);
  void background.ahead.take(spaceId, server);
  // The popup alone asks those questions; a page's bar cannot answer in the person's name.
  const own = { ...background.privacy.answers, ...(isPage(view) && answers) };
  const outcome = await outcomeOf(async () =>
    background.flow.join(spaceId, own, background.servers.clientFor(server)),
  );
  const { fault } = outcome;
  if (fault && QUESTIONS.includes(fault) && !isPage(view)) {
    await background.ask({ spaceId, ...(server && { server }), fault });
  }
  if (fault && ABOUT_WHO.includes(fault) && !isPage(view) && !server)
    await background.side.signIn.need(fault);
  return outcome;
}

/** The first Space that a person hosts with a Bluesky account has offered to show it there. */
async function host(
  { flow, servers, side, ahead }: Background,
  request: MessageRequest<'background:host'>,
): Promise<Outcome> {
  void ahead.take(null);
  const outcome = await flow.host(request, servers.home);
  if (!outcome.fault) await side.closeOffer();
  return outcome;
}

/** What the media host says of itself. */
function hostCommands({
  ready,
  flow,
  memory,
}: Background): Pick<Handlers<'background'>, 'background:rejoin' | 'background:room'> {
  return {
    'background:rejoin': async ({ spaceId }) => {
      await ready;
      return flow.rejoin(spaceId);
    },
    'background:room': async (room, { tabId }) => {
      await ready;
      await (pagePlace ? pagePlace.hear(room, tabId) : memory.keep(room));
      return {};
    },
  };
}

/** What the stage window asks, where there is one. */
function windowCommands(
  ready: Promise<void>,
  place: PagePlace,
): Pick<Handlers<'background'>, keyof typeof STAGE_PROTOCOL> {
  return {
    'background:stageGrant': async ({ granted }, { tabId }) => {
      await ready;
      return place.handleGrant(tabId, granted);
    },
    'background:stageAgain': async (_request, { tabId }) => {
      await ready;
      await place.askAgain(tabId);
      return {};
    },
  };
}

/** Registers every command of the background; each waits until what was kept is back. */
export function answerCommands(background: Background, access: SiteAccess): void {
  const { flow, views, feed } = background;
  const verb =
    <Request>(act: (request: Request) => Promise<Outcome | void>) =>
    async (request: Request): Promise<Outcome> => {
      await background.ready;
      return outcomeOf(() => act(request));
    };
  const commands: Omit<
    Handlers<'background'>,
    AccountCommand | FollowCommand | keyof typeof STAGE_PROTOCOL
  > = {
    'background:view': async ({ visible }, sender) => {
      void checkPage(access, sender);
      await background.ready;
      const key = viewKeyOf(sender);
      views.report(key, visible);
      if (isPage(key)) background.stage.push();
      await flow.revive();
      return background.view();
    },
    'background:words': async () => {
      await background.ready;
      const { language, words } = await background.words();
      return { language, words: { ...words } };
    },
    'background:warm': verb(() => {
      void background.side.learn();
      return background.host.warm(background.servers.home.url);
    }),
    'background:join': async (request, sender) => {
      await background.ready;
      return join(background, request, viewKeyOf(sender));
    },
    'background:leave': verb(() => background.leave()),
    'background:dismiss': verb(() => background.dismiss()),
    'background:refresh': verb(async () => ({ fault: await feed.refresh() })),
    'background:volume': verb(({ volume }) => setVolume(background, volume)),
    'background:silence': verb(({ on }) => setSilenced(on)),
    'background:openPopup': verb(() => openPopup()),
    'background:openOptions': verb(() => openOptions()),
    'background:openMicrophone': verb(({ check }) => (check ? showMicrophoneTab(true) : showMicrophone())),
    'background:host': verb((request) => host(background, request)),
    'background:end': verb(() => background.end()),
    'background:microphone': verb(({ on }) => flow.microphone(on)),
    ...serverCommands(background),
    ...stageCommands(background),
    ...siteCommands(background),
    ...accessCommands(access),
    ...hostCommands(background),
  };
  answer(commands);
  answerAccount(accountCommands(background));
  answerFollows(followCommands(background));
  if (import.meta.env.FIREFOX && pagePlace)
    stageMessenger.answer(windowCommands(background.ready, pagePlace));
}
