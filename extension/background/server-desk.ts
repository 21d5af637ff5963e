import type { RoomFlow } from '#shared/client/room-flow.ts';
import type { SessionKeeper } from '#shared/client/session.ts';
import type { SpaceReader } from '#shared/client/space-reader.ts';
import type { Space } from '#shared/schema/space.ts';
import type { Item } from '../platform/store.ts';
import { serverOrigin } from './address.ts';
import type { Servers } from './servers.ts';

export interface ServerDeskDeps {
  servers: Servers;
  sessions: SessionKeeper;
  reader: SpaceReader;
  flow: Pick<RoomFlow, 'isUnderWay' | 'leave'>;
  homeShelf: Pick<Item<string>, 'set'>;
  othersShelf: Pick<Item<string[]>, 'set'>;
  /** Another server is home. */
  onHome(): void;
  onOthers(): void;
}

/** What a person does about servers: which is home, which others there are, and what is read of them. */
export class ServerDesk {
  readonly #deps: ServerDeskDeps;

  constructor(deps: ServerDeskDeps) {
    this.#deps = deps;
  }

  /** Checks an address and moves home to it. */
  async useHome(address: string): Promise<void> {
    const server = this.#deps.servers.at(serverOrigin(address));
    await server.checkHealth();
    await this.#deps.homeShelf.set(server.url);
    await this.moveHome(server.url);
  }

  /** Leaves a Space of the old home; one that is elsewhere goes on. */
  async moveHome(url: string): Promise<void> {
    const { servers, flow, onHome } = this.#deps;
    const before = servers.home.url;
    if (url === before) return;
    if (flow.isUnderWay && servers.last === before) await flow.leave();
    if (servers.home.url !== before) return;
    servers.moveHome(url);
    onHome();
  }

  /** Checks an address and adds it, to read and join Spaces there. */
  async add(address: string): Promise<void> {
    const { servers, othersShelf } = this.#deps;
    const server = servers.at(serverOrigin(address));
    if (servers.isKnown(server.url)) return;
    await server.checkHealth();
    const urls = [...servers.added, server.url];
    await this.takeOthers(urls);
    await othersShelf.set(urls);
  }

  /** Leaves a Space that is there, and forgets who the person was there. */
  async remove(url: string): Promise<void> {
    const urls = this.#deps.servers.added.filter((other) => other !== url);
    await this.takeOthers(urls);
    await this.#deps.othersShelf.set(urls);
  }

  /** These are the other servers from now on. */
  async takeOthers(urls: readonly string[]): Promise<void> {
    const { servers, sessions, flow, onOthers } = this.#deps;
    const isLastGone = servers.last !== servers.home.url && !urls.includes(servers.last);
    if (flow.isUnderWay && isLastGone) await flow.leave();
    const gone = servers.others.filter((url) => !urls.includes(url));
    servers.takeOthers(urls);
    onOthers();
    await Promise.all(gone.map((url) => sessions.forget(url)));
  }

  /** A Space at a server that the person knows, home when left out. */
  async read(url: string | undefined, spaceId: string): Promise<Space> {
    const { servers, reader } = this.#deps;
    return reader.read(servers.clientFor(url), spaceId);
  }

  /** A Space at any server, asked for now; one that is not known must first show that it is a Perch server. */
  async look(address: string, spaceId: string): Promise<Space> {
    const { servers, reader } = this.#deps;
    const server = servers.at(serverOrigin(address));
    if (!servers.isKnown(server.url)) await server.checkHealth();
    const space = await server.fetchSpace(spaceId);
    reader.note(server, space);
    return space;
  }
}
