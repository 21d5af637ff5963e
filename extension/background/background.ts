import type { RoomState } from '#shared/schema/room.ts';
import type { Outcome, View } from '#shared/schema/view.ts';
import { send } from '../platform/messaging.ts';
import { lastRecap } from '../platform/recap-store.ts';
import { sessionStore } from '../platform/session-store.ts';
import * as store from '../platform/store.ts';
import { openPopup } from '../platform/toolbar.ts';
import type { Ahead } from './ahead.ts';
import { AccountSide } from './account-side.ts';
import { BarKeeper } from './bar-keeper.ts';
import { createAhead } from './create-ahead.ts';
import { createDesk } from './create-desk.ts';
import { createPeople } from './create-people.ts';
import { createServers } from './create-servers.ts';
import { createSound } from './create-sound.ts';
import { createFlow } from './create-flow.ts';
import { createSpeech } from './create-speech.ts';
import { createToolbar } from './create-toolbar.ts';
import { createHomeFeed, keepList, recallList } from './home-feed.ts';
import { HostKeeper } from './host-keeper.ts';
import { mediaHost, tellHosts } from './host-line.ts';
import { HostNames } from './host-names.ts';
import { pagePlace } from './host-place.ts';
import type { LiveFeed } from '#shared/client/live-feed.ts';
import { shown } from '#shared/client/live-list.ts';
import type { RoomFlow } from '#shared/client/room-flow.ts';
import { isInRoom, RoomMemory } from '#shared/client/room-memory.ts';
import { SessionKeeper } from '#shared/client/session.ts';
import { SpaceReader } from '#shared/client/space-reader.ts';
import type { PeopleFirst } from './people-first.ts';
import { PrivacySide } from './privacy-side.ts';
import { RecapKeeper } from './recap-keeper.ts';
import type { ServerDesk } from './server-desk.ts';
import { StageSide } from './stage-side.ts';
import { UpdateKeeper } from './update-keeper.ts';
import { viewOf } from './view-of.ts';
import { POPUP, Views } from './views.ts';

/** The background of one browser: it may be stopped at any time, and `ready` brings back what was kept. */
export class Background {
  readonly ready: Promise<void>;
  readonly servers = createServers();
  readonly flow: RoomFlow;
  readonly feed: LiveFeed;
  readonly stage: StageSide;
  readonly views: Views;
  readonly memory: RoomMemory;
  readonly host: HostKeeper;
  readonly ahead: Ahead;
  readonly desk: ServerDesk;
  readonly side: AccountSide;
  readonly bar = new BarKeeper(store.barSettings, () => this.views.pushAll());
  readonly people: PeopleFirst;
  readonly privacy: PrivacySide = new PrivacySide(() => this);
  readonly sound = createSound({ room: () => this.memory.room, stage: () => this.stage.feed.view.stage });
  readonly update = new UpdateKeeper(() => !isInRoom(this.memory.room));
  readonly #hosts = new HostNames({ room: () => this.memory.room, tell: tellHosts });
  readonly #speech = createSpeech(() => this.#tell());
  readonly recap = new RecapKeeper(lastRecap);
  readonly toolbar = createToolbar({
    room: () => this.memory.room,
    waiting: () => this.stage.waiting,
    words: () => this.words(),
    live: () => (this.feed.status === 'fresh' ? this.people.listed(shown(this.feed.list)).length : null),
  });
  readonly #sessions = new SessionKeeper(sessionStore, {
    onChange: () => {
      this.views.pushAll();
      void this.stage.feed.tellIdle();
    },
  });
  readonly #reader: SpaceReader;
  #question: View['question'] = null;
  #isListFresh = false;

  constructor() {
    this.memory = new RoomMemory(store.lastRoom, (room, before) => this.#handleRoom(room, before));
    this.views = new Views({
      push: (key) => this.#push(key),
      onCount: () => this.#wantFeed(),
      keep: (seen) => store.lastViews.set(seen),
      onNews: () => void this.#keepView(),
      now: () => Date.now(),
    });
    this.host = new HostKeeper(this.memory, this.views, () => this.ahead.isUnderWay);
    this.stage = new StageSide({
      servers: this.servers,
      sessions: this.#sessions,
      memory: this.memory,
      views: this.views,
      obey: (me) => this.flow.obey(me),
      onWaiting: () => this.#tell(),
      onStage: () => {
        void this.sound.followStage();
        this.#hosts.followStage(this.stage.feed.view.stage);
      },
      onOut: () => void this.side.verify(),
    });
    this.feed = createHomeFeed({
      servers: this.servers,
      rider: this.stage.lines.home,
      onChange: () => this.#handleList(),
    });
    this.#reader = new SpaceReader({
      cardOf: ({ url }, spaceId) => (url === this.servers.home.url ? this.#cardOf(spaceId) : undefined),
      now: () => Date.now(),
    });
    this.people = createPeople({
      servers: this.servers,
      sessions: this.#sessions,
      reader: this.#reader,
      languages: () => this.#speech.spoken,
      onChange: () => this.views.pushAll(),
    });
    this.flow = createFlow(this, this.#sessions, this.#reader);
    this.ahead = createAhead(this, this.#sessions);
    this.side = new AccountSide({
      servers: this.servers,
      sessions: this.#sessions,
      memory: this.memory,
      flow: () => this.flow,
      follows: this.people.follows,
      onChange: () => this.views.pushAll(),
    });
    this.desk = createDesk(this, this.#sessions, this.#reader, () => this.#handleHome());
    this.ready = this.#wake();
  }

  view(): Promise<View> {
    return viewOf(this, { language: this.#speech.language, question: this.#question });
  }

  words() {
    return this.#speech.words();
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
    await this.host.dismiss();
    return { fault: null };
  }

  async leave(): Promise<Outcome> {
    const outcome = await this.flow.leave();
    await this.host.closeIdle();
    return outcome;
  }

  async end(): Promise<Outcome> {
    const outcome = await this.flow.end();
    await this.host.closeIdle();
    return outcome;
  }

  async handleLastWindowClosed(): Promise<void> {
    await this.flow.leave();
    await mediaHost.close();
  }

  /** While the list is up to date. */
  #cardOf(spaceId: string) {
    return this.feed.status === 'fresh' ? this.feed.list.cards[spaceId] : undefined;
  }

  async #wake(): Promise<void> {
    pagePlace?.serve({
      memory: this.memory,
      flow: this.flow,
      leave: () => this.leave(),
      mix: () => this.sound.present(),
    });
    store.serverUrl.watch(async () => this.desk.moveHome(await store.serverUrl.get()));
    store.otherServers.watch(async () => this.desk.takeOthers(await store.otherServers.get()));
    await Promise.all([
      this.servers.recall(),
      this.#speech.recall(),
      this.memory.recall(),
      recallList(this.feed),
      this.stage.recall(),
      this.side.recall(),
      this.bar.recall(),
      this.people.recall(),
      this.privacy.recall(),
      this.recap.recall(),
      this.toolbar.recall(),
    ]);
    this.views.recall(await store.lastViews.get());
    await this.host.recall();
    this.stage.follow(this.memory.room);
    await this.sound.recall();
    // Nobody who wakes us waits for the words of the toolbar.
    void this.toolbar.show();
    this.#wantFeed();
  }

  #handleHome(): void {
    this.#question = null;
    void this.side.handleHome();
    this.toolbar.forget();
    this.feed.restart();
    this.people.moveHome();
    this.stage.follow(this.memory.room);
    this.views.pushAll();
  }

  #handleRoom(room: RoomState, before: RoomState): void {
    this.views.pushAll();
    this.#wantFeed();
    this.recap.note({ room, stage: this.stage.feed.view.stage, server: this.servers.abroad(room.spaceId) });
    this.stage.follow(room);
    this.privacy.take(room, before);
    this.sound.followRoom();
    pagePlace?.follow(room);
    void this.toolbar.show();
    if (room.volume !== before.volume) void store.volume.set(room.volume);
    if (isInRoom(room)) void this.host.stay();
    if (isInRoom(before) && !isInRoom(room)) {
      void this.host.closeSoon();
      this.update.look();
    }
  }

  #handleList(): void {
    const isFresh = this.feed.status === 'fresh';
    if (isFresh && !this.#isListFresh) this.#reader.forgive(this.servers.home);
    this.#isListFresh = isFresh;
    this.people.take(shown(this.feed.list));
    this.#tell();
    void keepList(this.feed);
  }

  #tell(): void {
    this.views.pushAll();
    void this.toolbar.show();
  }

  #wantFeed(): void {
    if (this.views.count > 0) this.people.look();
    const isWanted = this.views.count > 0 || isInRoom(this.memory.room);
    this.toolbar.follow(isWanted);
    this.feed.want(isWanted);
    void this.stage.feed.tellIdle();
  }

  /** A popup begins with what it finds there, also while the worker is only waking. */
  async #keepView(): Promise<void> {
    await this.ready;
    await store.lastView.set(await this.view());
  }

  async #push(key: string): Promise<void> {
    const view = await this.view();
    if (key === POPUP) await send('popup:view', view);
    else await send('bar:view', view, Number(key));
  }
}
