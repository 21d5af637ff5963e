import { signal } from '@preact/signals';
import { render } from 'preact';
import '#shared/ui/popup.css';
import { ShellContext } from '#shared/ui/context.ts';
import { createDeeds } from '#shared/ui/deeds.ts';
import { Popup } from '#shared/ui/popup.tsx';
import { OptionsPage } from '../../extension/entrypoints/options/options-page.tsx';
import { AskSheet, type AskStage } from '../../extension/entrypoints/microphone/ask-sheet.tsx';
import { mountBar } from '../../extension/entrypoints/timeline.content/mount-bar.tsx';
import type { Outcome } from '#shared/schema/view.ts';
import type { Site } from '../../extension/sites/site.ts';
import { fakePerch } from '../support/fake-perch.ts';
import './page.css';
import { fill } from './desk-state.ts';
import { STATES, type StateName } from './states.ts';

const query = new URLSearchParams(location.search);
const theme = query.get('theme') ?? 'light';
const perch = fakePerch(STATES[query.get('state') as StateName]);
fill(perch.desk);
Object.assign(globalThis, {
  become(state: StateName) {
    const next = fakePerch(STATES[state]);
    perch.room.value = next.room.value;
    perch.desk.view.value = next.desk.view.value;
  },
});

/** The gallery's own page, as an adapter sees it. */
const page: Site = {
  id: 'gallery',
  matches: () => true,
  isHome: () => true,
  anchor(document) {
    const near = document.querySelector('.posts')!;
    return { parent: near.parentElement!, before: near, near };
  },
  stable: (document) => document.body,
  theme: (document) => ({ element: document.documentElement, attributes: ['data-theme'] }),
};

function showPopup() {
  document.documentElement.className = 'perch';
  render(
    <ShellContext.Provider value={{ perch, deeds: createDeeds() }}>
      <Popup />
    </ShellContext.Provider>,
    document.body,
  );
}

function Post({ name, lines }: { name: string; lines: number[] }) {
  return (
    <article>
      <i class="post-face" />
      <div>
        <b>{name}</b>
        {lines.map((width) => (
          <i key={width} class="post-line" style={{ width: `${width}%` }} />
        ))}
      </div>
    </article>
  );
}

function showBar() {
  render(
    <main class="column">
      <div class="posts">
        <Post name="Tomás" lines={[86, 64]} />
        <Post name="Kerstin" lines={[92, 40]} />
        <Post name="Malik" lines={[70, 81, 22]} />
        <Post name="Bea" lines={[88, 58]} />
      </div>
    </main>,
    document.body,
  );
  mountBar(perch, page, new AbortController().signal);
}

async function showOptions() {
  await import('../../extension/entrypoints/options/options.css');
  document.documentElement.className = 'perch';
  const options = {
    catalogue: signal(perch.catalogue.value),
    address: 'http://localhost:8790',
    version: '0.1.0',
    blocks: perch.desk.blocks,
    unblock: perch.desk.unblock,
    useServer: async (): Promise<Outcome> => ({ fault: perch.view.value.list.fault }),
    speak: async () => undefined,
  };
  render(<OptionsPage options={options} />, document.body);
}

const ASK_STAGES: Partial<Record<string, AskStage>> = { list: 'asking', listening: 'ready' };

async function showMicrophone() {
  await import('../../extension/entrypoints/microphone/microphone.css');
  document.documentElement.className = 'perch';
  const stage = ASK_STAGES[query.get('state')!] ?? 'microphone_denied';
  const nothing = () => undefined;
  render(
    <main id="app">
      <AskSheet catalogue={perch.catalogue.value} stage={stage} onAsk={nothing} onClose={nothing} />
    </main>,
    document.body,
  );
}

async function showShare() {
  const { showShare: show } = await import('./share.tsx');
  show(perch, query.get('kind') as 'page' | 'frame', query.get('state') === 'shareHeldBack');
}

document.documentElement.dataset.theme = theme;
const SHOWS = {
  popup: showPopup,
  bar: showBar,
  options: showOptions,
  microphone: showMicrophone,
  page: showShare,
  frame: showShare,
};
await SHOWS[query.get('kind') as keyof typeof SHOWS]();
