import { computed, signal } from '@preact/signals';
import { render } from 'preact';
import { ShellContext } from '#shared/ui/context.ts';
import { createDeeds } from '#shared/ui/deeds.ts';
import '../../server/web/app/page.css';
import { FramePlayer } from '../../server/web/app/ui/frame-player.tsx';
import { PageContext } from '../../server/web/app/ui/page-context.ts';
import { SharePage } from '../../server/web/app/ui/share-page.tsx';
import type { FakePerch } from '../support/fake-perch.ts';
import { readVolume } from '#shared/words/catalogues.ts';

/** The page of a Space, or the player that others frame. */
export async function showShare(fake: FakePerch, kind: 'page' | 'frame', isHeldBack: boolean): Promise<void> {
  const { desk, own, view } = fake;
  const { language } = view.value;
  const { words, inPage } = await readVolume(language);
  const perch = {
    ...fake,
    catalogue: signal({ language, words: { ...words, ...inPage } }),
    openMicrophonePage: null,
    openOptions: null,
    desk: kind === 'page' ? desk : null,
    account: kind === 'page' ? async () => ({ ...own, isLeft: true, follows: null }) : null,
  };
  const stage = desk.view.value.stage;
  const page = {
    spaceId: stage?.id ?? '',
    address: '#',
    space: desk.view,
    fault: computed(() => view.value.list.fault),
    heldBack: signal(isHeldBack),
    play: async () => undefined,
    extensionUrl: 'https://example.org/perch',
    speak: async () => undefined,
  };
  document.documentElement.className = 'perch';
  render(
    <ShellContext.Provider value={{ perch, deeds: createDeeds() }}>
      <PageContext.Provider value={page}>
        {kind === 'page' ? <SharePage /> : <FramePlayer />}
      </PageContext.Provider>
    </ShellContext.Provider>,
    document.body,
  );
}
