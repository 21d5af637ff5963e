import { describe, expect, it } from 'vitest';
import { ServerClient } from '#shared/client/server-client.ts';
import { joinOf, SPACE_A, SPACE_B, stageAnswerOf } from '../../support/fake-flow.ts';

const at = (answer: () => Response | Promise<Response>) =>
  new ServerClient('https://perch.test', async () => answer());

describe('ServerClient', () => {
  it('says unreachable when nothing answers', async () => {
    const client = at(() => {
      throw new TypeError('Failed to fetch');
    });
    await expect(client.fetchLive()).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('says not_perch when something else answers', async () => {
    await expect(at(() => new Response('<html>hello')).checkHealth()).rejects.toMatchObject({
      code: 'not_perch',
    });
    await expect(at(() => Response.json({ ok: true })).checkHealth()).rejects.toMatchObject({
      code: 'not_perch',
    });
  });

  it('sends the token and the body as the API wants them', async () => {
    const sent: Request[] = [];
    const client = new ServerClient('https://perch.test', async (input, init) => {
      sent.push(new Request(input as string, init));
      return new Response(null, { status: 204 });
    });
    await client.leaveSpace('secret', 'S1', 'p_1');
    const [request] = sent;
    expect(request!.url).toBe('https://perch.test/v1/spaces/S1/leave');
    expect(request!.headers.get('authorization')).toBe('Bearer secret');
    expect(await request!.json()).toEqual({ participantId: 'p_1' });
  });

  it('streams from the same origin', () => {
    expect(new ServerClient('http://localhost:8790', fetch).streamUrl).toBe('ws://localhost:8790/v1/stream');
  });
});

/** A body that goes on for as long as it is read; `sent` is how much of it was. */
function endless() {
  const body = { sent: 0, isCancelled: false };
  const chunk = new TextEncoder().encode(`"${'x'.repeat(16 * 1024)}`);
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      body.sent += chunk.byteLength;
      controller.enqueue(chunk);
    },
    cancel: () => void (body.isCancelled = true),
  });
  return { body, answer: () => new Response(stream) };
}

describe('a server that is not to be trusted', () => {
  it.each([
    ['a Space', 64, (client: ServerClient) => client.fetchSpace(SPACE_A)],
    ['the list', 2048, (client: ServerClient) => client.fetchLive()],
    ['its health', 256, (client: ServerClient) => client.checkHealth()],
    ['a stage', 256, (client: ServerClient) => client.fetchStage(null, SPACE_A)],
    ['a session', 256, (client: ServerClient) => client.makeGuest()],
  ])('is cut off when it sends %s without an end', async (_, kilobytes, ask) => {
    const { body, answer } = endless();
    await expect(ask(at(answer))).rejects.toMatchObject({ code: 'not_perch' });
    expect(body.isCancelled).toBe(true);
    expect(body.sent).toBeLessThan((kilobytes + 64) * 1024);
  });

  it('is cut off when a refusal has no end', async () => {
    const { body, answer } = endless();
    const refusing = at(() => new Response(answer().body, { status: 500 }));
    await expect(refusing.fetchSpace(SPACE_A)).rejects.toMatchObject({ code: 'not_perch' });
    expect(body.isCancelled).toBe(true);
  });

  it('says unreachable when the answer breaks off', async () => {
    const broken = new ReadableStream({ pull: () => Promise.reject(new TypeError('network error')) });
    await expect(at(() => new Response(broken)).fetchSpace(SPACE_A)).rejects.toMatchObject({
      code: 'unreachable',
    });
  });

  it('sends nobody elsewhere', async () => {
    const sent: (RequestInit | undefined)[] = [];
    const client = new ServerClient('https://perch.test', async (_, init) => {
      sent.push(init);
      return Response.json(joinOf(SPACE_A).space);
    });
    await client.fetchSpace(SPACE_A);
    expect(sent).toMatchObject([{ redirect: 'error', credentials: 'omit' }]);
  });

  it('is not believed about another Space than the one that was asked for', async () => {
    const client = at(() =>
      Response.json({ ...joinOf(SPACE_B).space, ...joinOf(SPACE_B), ...stageAnswerOf(null) }),
    );
    await expect(client.fetchSpace(SPACE_A)).rejects.toMatchObject({ code: 'not_perch' });
    await expect(client.joinSpace('t', SPACE_A)).rejects.toMatchObject({ code: 'not_perch' });
    await expect(client.fetchStage(null, SPACE_B)).rejects.toMatchObject({ code: 'not_perch' });
    expect(await client.joinSpace('t', SPACE_B)).toMatchObject({ space: { id: SPACE_B } });
  });
});
