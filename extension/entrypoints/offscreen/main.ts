import { effect, signal } from '@preact/signals';
import { answer, send } from '../../platform/messaging.ts';
import { coalesced } from '#shared/room/coalesce.ts';
import { MediaHost } from '#shared/room/media-host.ts';
import { EarlyAudio } from '#shared/room/early-audio.ts';
import { showInControls } from '#shared/room/media-session.ts';
import type { Join } from '#shared/schema/api.ts';
import type { RoomState } from '#shared/schema/room.ts';
import { acceptTalks } from '../../platform/sound-talk.ts';
import { serveViews } from './serve-views.ts';

const PEOPLE_EVERY_MS = 5_000;

const audio = new EarlyAudio();
/** As they were when we came in. */
const hosts = signal<readonly string[]>([]);
function learn({ space }: Join): void {
  const hosting = space.stage.filter(({ role }) => role === 'host' || role === 'cohost');
  hosts.value = hosting.map(({ name }) => name);
}
const host = new MediaHost({
  audio,
  async rejoin(spaceId) {
    const way = await send('background:rejoin', { spaceId });
    if (way.ok) learn(way.join);
    return way;
  },
  now: () => Date.now(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});

answer({
  'host:warm': async ({ url }) => {
    await audio.warm(url);
    return {};
  },
  'host:ahead': (request) => {
    audio.look(request);
    return {};
  },
  'host:hear': ({ spaceId }) => {
    audio.ahead.hear(spaceId);
    return {};
  },
  'host:unhear': () => {
    audio.ahead.drop();
    return {};
  },
  'host:prepare': ({ spaceId, title }) => host.prepare(spaceId, title),
  'host:connect': (request) => {
    learn(request.join);
    return host.connect(request);
  },
  'host:state': () => host.state.value,
  'host:leave': ({ ended }) => host.leave({ ended }),
  'host:dismiss': () => host.dismiss(),
  'host:role': (request) => host.setRole(request),
  'host:unheard': (request) => host.setUnheard(request),
  'host:microphone': ({ on }) => host.setMicrophone(on),
  'host:acquire': ({ asked }) => host.acquire(asked),
  'host:volume': ({ volume }) => host.setVolume(volume),
  'host:mix': (mix) => host.setMix(mix),
  'host:silence': ({ on }) => host.setSilenced(on),
});

serveViews(host);
acceptTalks((on) => void host.setMicrophone(on));

showInControls({
  controls: navigator.mediaSession,
  metadata: (what) => new MediaMetadata(what),
  artwork: [{ src: '/icon/live-128.png', sizes: '128x128', type: 'image/png' }],
  room: host.state,
  hosts,
  setMicrophone: (on) => void host.setMicrophone(on),
  setSilenced: (on) => void host.setSilenced(on),
  // The background tells the server, too; one that is being restarted hears of it again by the next press.
  leave: () => void send('background:leave', {}).catch(() => undefined),
});

function report(): void {
  // While the background restarts nobody answers; it asks for the state when it wakes.
  send('background:room', host.state.peek()).catch(() => undefined);
}

/** Views hear who speaks over their port; the background needs the rest at once, and the people now and then. */
const reportPeople = coalesced(report, PEOPLE_EVERY_MS);
const factsOf = ({ people: _people, ...facts }: RoomState) => JSON.stringify(facts);
let reported = factsOf(host.state.peek());
const initial = host.state.peek();
effect(() => {
  const state = host.state.value;
  if (state === initial) return;
  const facts = factsOf(state);
  if (facts === reported) return reportPeople();
  reported = facts;
  report();
});
