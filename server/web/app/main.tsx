import './page.css';
import { render } from 'preact';
import { ShellContext } from '#shared/ui/context.ts';
import { createDeeds } from '#shared/ui/deeds.ts';
import { pageOf } from '#shared/ui/share/announce.ts';
import { warmPeerConnection } from '#shared/room/warm.ts';
import { openShelf } from './keep/shelf.ts';
import { NO_MICROPHONE, PageMicrophone } from './media/page-microphone.ts';
import { readRoot, serverOf, type Root } from './root.ts';
import { Shell } from './shell.ts';
import { openSpeech } from './speech.ts';
import { FramePlayer } from './ui/frame-player.tsx';
import { PageContext } from './ui/page-context.ts';
import { SharePage } from './ui/share-page.tsx';

/** The microphone's grant may come back by the browser's own settings, and then what says that it is refused goes. */
function watchMicrophone(microphone: PageMicrophone, { room, host }: Shell): void {
  const handleGrant = () => {
    if (room.value.microphone === 'denied') void host.acquire(false);
  };
  // A browser that does not know the question cannot tell; the person can still try again.
  microphone.watch(handleGrant).catch(() => undefined);
}

/** Makes ahead what a click would have to wait for. What does not come now says so at the click. */
async function warm({ host }: Shell): Promise<void> {
  await Promise.allSettled([host.ensure(), warmPeerConnection()]);
}

async function show(app: HTMLElement, root: Root): Promise<void> {
  const microphone = root.kind === 'page' ? new PageMicrophone() : null;
  const server = serverOf(location);
  const shelf = openShelf();
  const { catalogue, speak } = await openSpeech({ server, shelf, language: root.language });
  const shell = new Shell({
    root,
    server,
    shelf,
    catalogue,
    microphone,
    async loadAudio() {
      const { LiveKitAudio } = await import('#shared/room/room-audio.ts');
      return new LiveKitAudio(microphone ?? NO_MICROPHONE);
    },
  });
  if (microphone) watchMicrophone(microphone, shell);
  await shell.start();
  const page = {
    spaceId: root.spaceId,
    address: pageOf(server, root.spaceId),
    space: shell.watch.view,
    fault: shell.watch.fault,
    heldBack: shell.host.heldBack,
    play: () => shell.host.play(),
    extensionUrl: root.extensionUrl,
    speak,
  };
  app.replaceChildren();
  render(
    <ShellContext.Provider value={{ perch: shell.perch, deeds: createDeeds() }}>
      <PageContext.Provider value={page}>
        {root.kind === 'player' ? <FramePlayer /> : <SharePage />}
      </PageContext.Provider>
    </ShellContext.Provider>,
    app,
  );
  // After the first paint.
  requestAnimationFrame(() => setTimeout(() => void warm(shell)));
}

async function moderate(app: HTMLElement): Promise<void> {
  const { startModeration } = await import('./moderation/start.tsx');
  await startModeration(app);
}

const app = document.getElementById('app')!;
void (app.dataset.kind === 'moderation' ? moderate(app) : show(app, readRoot(app)));
