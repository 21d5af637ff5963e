import { listen, type Listener } from '../support/livekit-clients.ts';
import { raiseVoice, type Voice } from '../support/raise-voice.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { Visitor } from '../support/visitor.ts';

/** Nothing here is about how often somebody may do something. */
const NO_HURRY = {
  guestsPerMinute: 100_000,
  joinsPerMinute: 100_000,
  gatePerMinute: 100_000,
  verbsPerMinute: 100_000,
  requestEveryMs: 0,
};

/** A Space with its host, who hears all that is said and says nothing. */
export interface OpenStage {
  server: TestServer;
  spaceId: string;
  host: Visitor;
  ear: Listener;
}

/** Somebody on stage, heard there. */
export interface Speaking {
  visitor: Visitor;
  pid: string;
  client: Listener;
  voice: Voice;
}

export async function onOpenStage<T>(
  act: (stage: OpenStage) => Promise<T>,
  { port, title = 'Silence' }: { port?: number; title?: string } = {},
): Promise<T> {
  const server = await startServer({ limits: NO_HURRY, ...(port && { port }) });
  try {
    const host = await Visitor.arrive(server.url, 'Ana');
    const join = await host.start({ title });
    const ear = await listen(join);
    const result = await act({ server, spaceId: join.space.id, host, ear });
    await host.end(join.space.id);
    await ear.leave();
    return result;
  } finally {
    await server.stop();
  }
}

/** Brings somebody new up and lets them speak until they are heard. */
export async function bringUp({ server, spaceId, host, ear }: OpenStage, name: string): Promise<Speaking> {
  const visitor = await Visitor.arrive(server.url, name);
  const join = await visitor.join(spaceId);
  const client = await listen(join);
  await visitor.request(spaceId);
  await host.act(spaceId, 'approve', join.participantId);
  const heard = ear.nextSound();
  const voice = await until('the stage to be open', () => raiseVoice(client.room).catch(() => null));
  await heard;
  return { visitor, pid: join.participantId, client, voice };
}
