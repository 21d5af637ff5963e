import * as v from 'valibot';
import { inject } from 'vitest';
import { SpaceSchema, type Space } from '#shared/schema/space.ts';
import { type Pages, startDemoPages } from './pages.ts';
import { startServer, type TestServer } from './server.ts';

/** What every browser test needs: the real server with its LiveKit, and a timeline to read. */
export interface House {
  server: TestServer;
  timeline: string;
  space(id: string): Promise<Space>;
  close(): Promise<void>;
}

export function startPerchServer(): Promise<TestServer> {
  return startServer({ port: inject('serverPort') });
}

export async function openHouse(): Promise<House> {
  const [server, pages]: [TestServer, Pages] = await Promise.all([startPerchServer(), startDemoPages()]);
  return {
    server,
    timeline: pages.timeline,
    space: async (id) => {
      const response = await fetch(`${server.url}/v1/spaces/${id}`);
      return v.parse(SpaceSchema, await response.json());
    },
    close: async () => {
      await pages.close();
      await server.stop();
    },
  };
}
