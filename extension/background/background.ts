import type { RoomState } from '#shared/schema/room.ts';
import type { Space } from '#shared/schema/space.ts';
import type { Language, Outcome, View } from '#shared/schema/view.ts';
import { send } from '../platform/messaging.ts';
import { browserLanguage, clearAlarm, reload, setAlarm } from '../platform/lifecycle.ts';
import { sessionStore } from '../platform/session-store.ts';
import * as store from '../platform/store.ts';
import { isMicrophoneTabOpen, showMicrophoneTab } from '../platform/tabs.ts';
import { openPopup, showToolbar } from '../platform/toolbar.ts';
import { serverOrigin } from './address.ts';
import { BarKeeper } from './bar-keeper.ts';
import { offscreenHost } from './host-line.ts';
import { catalogueOf, chooseLanguage } from './languages.ts';
import { LiveFeed } from '#shared/client/live-feed.ts';
import { EMPTY_LIST, inLocalTime, shown } from '#shared/client/live-list.ts';
import { openLine } from '#shared/client/open-line.ts';
import { RoomFlow } from '#shared/client/room-flow.ts';
import { isInRoom, RoomMemory } from '#shared/client/room-memory.ts';
import { ServerClient } from '#shared/client/server-client.ts';
import { SessionKeeper } from '#shared/client/session.ts';
import { StageSide } from './stage-side.ts';
import { faceOf } from './toolbar-face.ts';
import { POPUP, Views } from './views.ts';

export const CLOSE_HOST = 'close-host';
const CLOSE_HOST_MS = 30_000;

/** The background of one browser: it may be stopped at any time, and `ready` brings back what was kept. */
export class Background {
  readonly ready: Promise<void>;
  readonly flow: RoomFlow;
  readonly feed: LiveFeed;
  readonly stage: StageSide;
  readonly views: Views;
  readonly memory: RoomMemory;
  readonly bar = new BarKeeper(store.barSettings, () => this.views.pushAll());
  readonly #sessions = new SessionKeeper(sessionStore);
  #server = new ServerClient(store.DEFAULT_SERVER_URL, (input, init) => fetch(input, init));
  #language: Language = 'en';
  #question: View['question'] = null;
  #isUpdateWaiting = false;

  constructor() {
    this.memory = new RoomMemory(store.lastRoom, (room, before) => this.#handleRoom(room, before));
    this.views = new Views({
      push: (key) => this.#push(key),
      onCount: () => this.#wantFeed(),
      keep: (seen) => store.lastViews.set(seen),
      now: () => Date.now(),
    });
    this.stage = new StageSide({
      server: () => this.#server,
      sessions: this.#sessions,
      memory: this.memory,
      views: this.views,
      obey: (me) => this.flow.obey(me),
      onWaiting: () => this.#handleWaiting(),
    });
    this.feed = new LiveFeed({
      openLine: (events) => openLine(this.#server.streamUrl, events),
      fetchLive: () => this.#server.fetchLive(),
      rider: this.stage.feed,
      setTimeout: (act, ms) => setTimeout(act, ms),
      clearTimeout: (timer) => clearTimeout(timer as number),
      random: () => Math.random(),
      onChange: () => this.#handleList(),
    });
    this.flow = new RoomFlow({
      server: async () => this.#server,
      sessions: this.#sessions,
      host: offscreenHost,
      memory: this.memory,
      titleOf: (spaceId) => this.feed.list.cards[spaceId]?.title ?? '',
      wasShown: (spaceId) => this.stage.feed.wasShown(spaceId),
      showMicrophoneTab,
    });
    this.ready = this.#wake();
  }

  async view(): Promise<View> {
    const session = await this.#sessions.current(this.#server);
    const { isInvited, isRaised } = this.stage.waiting;
    return {
      language: this.#language,
      list: {
        status: this.feed.status,
        spaces: inLocalTime(shown(this.feed.list), this.stage.feed.view.skewMs),
        fault: this.feed.fault,
      },
      room: this.memory.room,
      name: session?.account.name ?? null,
      server: this.#server.url,
      servers: await store.otherServers.get(),
      spaceServer: null,
      bar: this.bar.settings,
      invited: isInvited,
      raised: isRaised,
      question: this.#question,
    };
  }

  words() {
    return catalogueOf(this.#language);
  }

  /** Makes the media host and lets it do ahead what a join would wait for. */
  async warm(): Promise<Outcome> {
    await offscreenHost.ensure();
    await setAlarm(CLOSE_HOST, CLOSE_HOST_MS);
    await send('host:warm', { url: this.#server.url });
    return { fault: null };
  }

  readSpace(spaceId: string): Promise<Space> {
    return this.#server.fetchSpace(spaceId);
  }

  /** A join that only the popup can go on with: it asks there, and opens where the browser lets it. */
  async ask(question: View['question']): Promise<void> {
    if (question === this.#question) return;
    this.#question = question;
    this.views.pushAll();
    // Where the browser wants a click on the toolbar itself, the question waits for that.
    if (question) await openPopup().catch(() => undefined);
  }

  async dismiss(): Promise<Outcome> {
    await this.ask(null);
    if (await offscreenHost.isOpen()) await offscreenHost.dismiss();
    const { room } = this.memory;
    if (room.phase === 'over') await this.memory.keep({ ...room, phase: 'idle', ended: null, fault: null });
    return { fault: null };
  }

  /** Checks an address and moves to it, leaving the Space of the old one. */
  async useServer(input: string): Promise<Outcome> {
    const server = this.#clientOf(serverOrigin(input));
    await server.checkHealth();
    await store.serverUrl.set(server.url);
    await this.#moveTo(server);
    return { fault: null };
  }

  /** Nobody is in a Space and nobody is about to be: the media host may go. */
  async closeIdleHost(): Promise<void> {
    if (isInRoom(this.memory.room)) return;
    if (this.views.has(POPUP)) return setAlarm(CLOSE_HOST, CLOSE_HOST_MS);
    await offscreenHost.close();
  }

  async handleLastWindowClosed(): Promise<void> {
    await this.flow.leave();
    await offscreenHost.close();
  }

  /** The microphone tab went away without an answer: then the answer is no. */
  async handleTabClosed(): Promise<void> {
    if (this.memory.room.microphone !== 'asking' || (await isMicrophoneTabOpen())) return;
    if (await offscreenHost.isOpen()) await offscreenHost.acquire(true);
  }

  handleUpdate(): void {
    this.#isUpdateWaiting = true;
    this.#updateIfFree();
  }

  async #wake(): Promise<void> {
    store.language.watch(() => void this.#changeLanguage());
    store.serverUrl.watch(async () => this.#moveTo(this.#clientOf(await store.serverUrl.get())));
    await Promise.all([
      this.#recallServer(),
      this.#recallLanguage(),
      this.memory.recall(),
      this.#recallList(),
      this.stage.recall(),
      this.bar.recall(),
    ]);
    this.views.recall(await store.lastViews.get());
    await this.#askHost();
    this.stage.follow(this.memory.room);
    await this.#showFace();
    this.#wantFeed();
  }

  /** After a stop the media host, where it still stands, knows best. */
  async #askHost(): Promise<void> {
    if (!(await offscreenHost.isOpen())) return;
    const room = await offscreenHost.state();
    const isNews = room.phase !== 'idle' || isInRoom(this.memory.room);
    if (isNews) await this.memory.keep(room);
  }

  async #recallServer(): Promise<void> {
    this.#server = this.#clientOf(await store.serverUrl.get());
  }

  async #moveTo(server: ServerClient): Promise<void> {
    if (server.url === this.#server.url) return;
    if (isInRoom(this.memory.room)) await this.flow.leave();
    this.#server = server;
    this.#question = null;
    this.feed.restart();
    this.views.pushAll();
  }

  async #recallLanguage(): Promise<void> {
    this.#language = chooseLanguage(await store.language.get(), browserLanguage());
  }

  async #recallList(): Promise<void> {
    const { rev, cards } = await store.lastList.get();
    if (rev === null && cards.length === 0) return;
    this.feed.list = { ...EMPTY_LIST, rev, cards: Object.fromEntries(cards.map((card) => [card.id, card])) };
    this.feed.status = 'stale';
  }

  async #changeLanguage(): Promise<void> {
    await this.#recallLanguage();
    await this.#showFace();
    this.views.pushAll();
  }

  #clientOf(url: string): ServerClient {
    return new ServerClient(url, (input, init) => fetch(input, init));
  }

  #handleRoom(room: RoomState, before: RoomState): void {
    this.views.pushAll();
    this.#wantFeed();
    this.stage.follow(room);
    void this.#showFace();
    if (room.volume !== before.volume) void store.volume.set(room.volume);
    if (isInRoom(room)) void clearAlarm(CLOSE_HOST);
    if (isInRoom(before) && !isInRoom(room)) {
      void setAlarm(CLOSE_HOST, CLOSE_HOST_MS);
      this.#updateIfFree();
    }
  }

  #handleList(): void {
    this.views.pushAll();
    void store.lastList.set({ rev: this.feed.list.rev, cards: shown(this.feed.list) });
  }

  #handleWaiting(): void {
    this.views.pushAll();
    void this.#showFace();
  }

  #showFace(): Promise<void> {
    return showToolbar(faceOf(this.memory.room, this.stage.waiting, this.words()));
  }

  #wantFeed(): void {
    this.feed.want(this.views.count > 0 || isInRoom(this.memory.room));
  }

  #updateIfFree(): void {
    if (this.#isUpdateWaiting && !isInRoom(this.memory.room)) reload();
  }

  async #push(key: string): Promise<void> {
    const view = await this.view();
    if (key === POPUP) await send('popup:view', view);
    else await send('bar:view', view, Number(key));
  }
}
