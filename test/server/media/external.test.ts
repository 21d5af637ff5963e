import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readState } from '../../../server/media/livekit-state.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { until } from '../../support/until.ts';

let owner: TestServer;
let env: Record<string, string>;

beforeAll(async () => {
  owner = await startServer();
  const { port, apiKey, apiSecret } = await readState(owner.dataDir);
  env = {
    LIVEKIT_URL: `ws://127.0.0.1:${port}`,
    LIVEKIT_API_KEY: apiKey,
    LIVEKIT_API_SECRET: apiSecret,
  };
});
afterAll(() => owner?.stop());

describe("an operator's own LiveKit", () => {
  it('is used when it accepts the key', async () => {
    const server = await startServer({ env });
    const ready = await fetch(`${server.url}/readyz`);
    expect(await ready.json()).toMatchObject({ ready: true, media: true });
    await server.stop();
    const still = await fetch(`http://127.0.0.1:${new URL(env['LIVEKIT_URL']!).port}/`);
    expect(still.status).toBe(200);
  });

  it('says in one sentence when the key is refused, and keeps the API alive', async () => {
    const refused = { ...env, LIVEKIT_API_SECRET: 'another-secret-of-thirty-two-letters' };
    const server = await startServer({ env: refused, livekit: false });
    await until('the sentence', async () =>
      /LiveKit refuses our key: check LIVEKIT_API_KEY/.test(server.output()),
    );
    const [ready, live] = await Promise.all([fetch(`${server.url}/readyz`), fetch(`${server.url}/v1/live`)]);
    expect(await ready.json()).toMatchObject({ media: false });
    expect(live.status).toBe(200);
    await server.stop();
  });
});
