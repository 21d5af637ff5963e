import { onTestFinished } from 'vitest';
import type { Outside } from '../../../server/identity/networks/outside.ts';
import { CoreApp } from '../core-app.ts';
import { type BlueskyHouse, type Doorway, own, PUBLIC_URL } from './bluesky-house.ts';
import { statusOf } from './bluesky-records.ts';
import type { AtprotoPerson } from './dev-env.ts';

let count = 0;

/** Somebody of whom nobody has heard yet. */
export function newcomer({ atproto }: BlueskyHouse): Promise<AtprotoPerson> {
  count += 1;
  return atproto.createPerson(`person${count}`);
}

export interface Hosting {
  ana: AtprotoPerson;
  doorway: Doorway;
  core: CoreApp;
  spaceId: string;
  end(): Promise<Response>;
}

interface HostingOptions {
  /** In front of Bluesky's servers. */
  outside?: (through: Outside) => Outside;
  /** The server looks after statuses by itself. */
  isRunning?: boolean;
}

/** Somebody new who gave leave hosts a live Space. */
export async function hosting(
  house: BlueskyHouse,
  { outside, isRunning = false }: HostingOptions = {},
): Promise<Hosting> {
  const doorway = await house.open({ isPublic: true, outside });
  const { store, seal, options, now } = doorway;
  const ana = await newcomer(house);
  const config = { publicUrl: PUBLIC_URL, guests: 'host' as const };
  const core = new CoreApp(store, { seal, config, bluesky: options, outside: house.atproto.outside, now });
  onTestFinished(async () => {
    await core.perch.close();
    await store.close();
  });
  if (isRunning) await core.perch.start();
  const host = await core.guest('Ana');
  await own(store, host.account.id, await doorway.signIn(ana, 'status'));
  const { participantId, space } = await core.start(host.token);
  await core.connect(participantId);
  const end = () => core.request('POST', `/v1/spaces/${space.id}/end`, { token: host.token, body: {} });
  return { ana, doorway, core, spaceId: space.id, end };
}

/** Where the person's status leads; undefined without one. */
export async function uriOf({ atproto }: BlueskyHouse, person: AtprotoPerson): Promise<string | undefined> {
  return (await statusOf(atproto, person))?.value.embed.external.uri;
}
