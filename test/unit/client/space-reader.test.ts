import { describe, expect, it } from 'vitest';
import { ServerClient } from '#shared/client/server-client.ts';
import { SpaceReader } from '#shared/client/space-reader.ts';
import type { Card } from '#shared/schema/space.ts';
import { joinOf, problem } from '../../support/fake-flow.ts';
import { card, ulidOf } from '../../support/people.ts';

const ONE = ulidOf(1);

/** A reader with a clock to turn, and a server that notes what it is asked. */
function create(answer: (id: string) => Response | Promise<Response>) {
  const asked: string[] = [];
  const time = { now: 1_000_000 };
  const cards: Record<string, Card> = {};
  const server = new ServerClient('https://perch.test', async (input) => {
    const id = new URL(input as string).pathname.split('/')[3]!;
    asked.push(id);
    return answer(id);
  });
  const reader = new SpaceReader({ now: () => time.now, cardOf: (_, id) => cards[id] });
  const pass = (ms: number) => void (time.now += ms);
  return { reader, server, asked, cards, pass };
}

const spaceOf = (id: string, more = {}) => ({ ...joinOf(id).space, ...more });
const live = (id: string) => Response.json(spaceOf(id));
const SECOND = 1_000;
const MINUTE = 60 * SECOND;

describe('SpaceReader', () => {
  it('asks once for many who want to know, and again when the answer is old', async () => {
    const { reader, server, asked, pass } = create(live);
    const answers = await Promise.all([reader.read(server, ONE), reader.read(server, ONE)]);
    expect(answers.map(({ title }) => title)).toEqual(['A title', 'A title']);
    pass(9 * SECOND);
    await reader.read(server, ONE);
    expect(asked).toEqual([ONE]);
    pass(2 * SECOND);
    await reader.read(server, ONE);
    expect(asked).toEqual([ONE, ONE]);
  });

  it('takes what the list has from the list, and asks only for a newer version', async () => {
    const { reader, server, asked, cards, pass } = create((id) =>
      Response.json(spaceOf(id, { v: cards[id]!.v })),
    );
    cards[ONE] = card(1, 'A title', { v: 4, listeners: 3 });
    await reader.read(server, ONE);
    pass(5 * MINUTE);
    cards[ONE] = card(1, 'A title', { v: 4, listeners: 8 });
    expect(await reader.read(server, ONE)).toMatchObject({ listeners: 8, state: 'live' });
    expect(asked).toHaveLength(1);
    cards[ONE] = card(1, 'A title', { v: 5, listeners: 9 });
    expect(await reader.read(server, ONE)).toMatchObject({ v: 5 });
    expect(asked).toHaveLength(2);
  });

  it('never asks again for what is over', async () => {
    const ended = { state: 'ended', endedAt: 9, endReason: 'host_ended' };
    const { reader, server, asked, pass } = create((id) => Response.json(spaceOf(id, ended)));
    await reader.read(server, ONE);
    pass(60 * MINUTE);
    expect(await reader.read(server, ONE)).toMatchObject({ state: 'ended' });
    expect(asked).toHaveLength(1);
  });

  it('keeps two servers with the same id apart', async () => {
    const { reader, server } = create(live);
    const other = new ServerClient('https://other.test', async () =>
      Response.json(spaceOf(ONE, { title: 'Another' })),
    );
    expect((await reader.read(server, ONE)).title).toBe('A title');
    expect((await reader.read(other, ONE)).title).toBe('Another');
    expect(reader.titleOf('https://perch.test', ONE)).toBe('A title');
  });

  it('remembers for a moment that there is no such Space, and does not hold it against the server', async () => {
    const { reader, server, asked } = create((id) => (id === ONE ? problem(404, 'not_found') : live(id)));
    await expect(reader.read(server, ONE)).rejects.toMatchObject({ code: 'not_found' });
    await expect(reader.read(server, ONE)).rejects.toMatchObject({ code: 'not_found' });
    await reader.read(server, ulidOf(2));
    expect(asked).toEqual([ONE, ulidOf(2)]);
  });

  it('has four questions under way at most', async () => {
    const answers = new Map<string, PromiseWithResolvers<Response>>();
    const { reader, server, asked } = create((id) => {
      answers.set(id, Promise.withResolvers<Response>());
      return answers.get(id)!.promise;
    });
    const ids = Array.from({ length: 50 }, (_, i) => ulidOf(i));
    const readings = Promise.all(ids.map((id) => reader.read(server, id)));
    for (let done = 0; done < ids.length; done += 1) {
      await expect.poll(() => asked.length, { interval: 1 }).toBe(Math.min(done + 4, ids.length));
      answers.get(ids[done]!)!.resolve(live(ids[done]!));
    }
    expect(await readings).toHaveLength(50);
  });

  it('turns away what is far too much', async () => {
    const { reader, server, asked } = create(() => new Promise(() => undefined));
    for (let i = 0; i < 104; i += 1) void reader.read(server, ulidOf(i));
    await expect(reader.read(server, ulidOf(104))).rejects.toMatchObject({ code: 'rate_limited' });
    expect(asked).toHaveLength(4);
  });
});

describe('a server that fails', () => {
  it('costs the others in the queue nothing', async () => {
    const { reader, server, asked } = create(() => Promise.reject(new TypeError('Failed to fetch')));
    const readings = Array.from({ length: 50 }, (_, i) => reader.read(server, ulidOf(i)));
    const outcomes = await Promise.allSettled(readings);
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    expect(asked).toHaveLength(4);
    await expect(reader.read(server, ulidOf(99))).rejects.toMatchObject({ code: 'unreachable' });
    expect(asked).toHaveLength(4);
  });

  it('is asked again after 30 s, then after twice as long, at last every ten minutes', async () => {
    const { reader, server, asked, pass } = create(() => new Response('<html>'));
    const waits = [30, 60, 120, 240, 480, 600, 600].map((seconds) => seconds * SECOND);
    for (const [i, wait] of waits.entries()) {
      await expect(reader.read(server, ONE)).rejects.toMatchObject({ code: 'not_perch' });
      expect(asked).toHaveLength(i + 1);
      pass(wait - 1);
      await expect(reader.read(server, ONE)).rejects.toMatchObject({ code: 'not_perch' });
      expect(asked).toHaveLength(i + 1);
      pass(1);
    }
  });

  it('is forgiven once it answers', async () => {
    const server = { isDown: true };
    const fake = create((id) => (server.isDown ? new Response('<html>') : live(id)));
    const read = (id = ONE) => fake.reader.read(fake.server, id);
    await expect(read()).rejects.toMatchObject({ code: 'not_perch' });
    fake.pass(30 * SECOND);
    server.isDown = false;
    await read();
    server.isDown = true;
    await expect(read(ulidOf(2))).rejects.toMatchObject({ code: 'not_perch' });
    fake.pass(30 * SECOND);
    server.isDown = false;
    await read(ulidOf(2));
  });

  it('is asked at once when others have heard that it is well again', async () => {
    const server = { isDown: true };
    const fake = create((id) => (server.isDown ? new Response('<html>') : live(id)));
    await expect(fake.reader.read(fake.server, ONE)).rejects.toMatchObject({ code: 'not_perch' });
    server.isDown = false;
    fake.reader.forgive(fake.server);
    expect(await fake.reader.read(fake.server, ONE)).toMatchObject({ id: ONE });
  });

  it('is not believed about another Space than the one that was asked for', async () => {
    const { reader, server } = create(() => live(ulidOf(2)));
    await expect(reader.read(server, ONE)).rejects.toMatchObject({ code: 'not_perch' });
  });
});
