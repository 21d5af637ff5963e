import * as v from 'valibot';
import { inject } from 'vitest';
import type { Limits } from '#shared/schema/limits.ts';
import { LiveSchema } from '#shared/schema/api.ts';
import { SpaceSchema, type Space } from '#shared/schema/space.ts';
import { lanAddress } from '../../server/demo/lan-address.ts';
import { type Pages, startDemoPages } from './pages.ts';
import { startServer, type TestServer } from './server.ts';
import { until } from './until.ts';

/** What every browser test needs: the real server with its LiveKit, and a timeline to read. */
export interface House {
  server: TestServer;
  timeline: string;
  space(id: string): Promise<Space>;
  /** The id of the one Space that is live, once it is. */
  onlySpace(): Promise<string>;
  close(): Promise<void>;
}

interface HouseOptions {
  /** Its media are reached over this machine's own network, as Firefox needs it. */
  isInNetwork?: boolean;
}

function startPerchServer(
  limits: Partial<Limits>,
  { isInNetwork = false }: HouseOptions,
): Promise<TestServer> {
  const address = isInNetwork ? lanAddress() : null;
  const env: Record<string, string> = address === null ? {} : { LIVEKIT_NODE_IP: address };
  return startServer({ port: inject('serverPort'), limits, env });
}

export async function openHouse(limits: Partial<Limits> = {}, options: HouseOptions = {}): Promise<House> {
  const [server, pages]: [TestServer, Pages] = await Promise.all([
    startPerchServer(limits, options),
    startDemoPages(),
  ]);
  return {
    server,
    timeline: pages.timeline,
    space: async (id) => {
      const response = await fetch(`${server.url}/v1/spaces/${id}`);
      return v.parse(SpaceSchema, await response.json());
    },
    onlySpace: () =>
      until('one Space to be live', async () => {
        const response = await fetch(`${server.url}/v1/live`);
        const { spaces } = v.parse(LiveSchema, await response.json());
        return spaces.length === 1 && spaces[0]!.id;
      }),
    close: async () => {
      await pages.close();
      await server.stop();
    },
  };
}
