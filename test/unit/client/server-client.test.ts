import { describe, expect, it } from 'vitest';
import { ServerClient } from '#shared/client/server-client.ts';

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
