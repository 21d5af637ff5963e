import { describe, expect, it, vi } from 'vitest';
import {
  createFlow,
  joinOf,
  OTHER_PID,
  PID,
  problem,
  SPACE_A,
  SPACE_B,
  stageAnswerOf,
} from '../../support/fake-flow.ts';

describe('the way back', () => {
  it('tells the media host why there is no way back', async () => {
    const ended = { ...joinOf(SPACE_A).space, state: 'ended', endedAt: 9, endReason: 'stage_empty' };
    const { flow } = createFlow({
      [`/v1/spaces/${SPACE_A}/join`]: () => problem(410, 'space_ended'),
      [`/v1/spaces/${SPACE_A}`]: () => Response.json(ended),
      [`/v1/spaces/${SPACE_B}/join`]: () => problem(503, 'media_unavailable'),
    });
    expect(await flow.rejoin(SPACE_A)).toEqual({
      ok: false,
      fault: 'space_ended',
      final: true,
      ended: 'stage_empty',
    });
    expect(await flow.rejoin(SPACE_B)).toMatchObject({ ok: false, final: false });
  });

  it('brings a person’s answers to a join, and a person who is in goes on as they were', async () => {
    const { flow, bodies } = createFlow({}, true);
    await flow.join(SPACE_A, { despiteBlocked: true });
    await flow.rejoin(SPACE_A);
    expect(bodies).toEqual(['{"despiteBlocked":true}', '{"despiteBlocked":true,"shown":true}']);
  });

  it('leaves the Space to another device of the same account', async () => {
    const { flow, bodies } = createFlow({
      [`/v1/spaces/${SPACE_A}/stage`]: () => Response.json(stageAnswerOf(OTHER_PID)),
    });
    await flow.join(SPACE_A);
    expect(await flow.rejoin(SPACE_A)).toEqual({ ok: false, fault: 'elsewhere', final: true, ended: null });
    expect(bodies).toHaveLength(1);
  });

  it('comes back when the server knows of no place of ours', async () => {
    const { flow } = createFlow({
      [`/v1/spaces/${SPACE_A}/stage`]: () => Response.json(stageAnswerOf(null)),
    });
    await flow.join(SPACE_A);
    expect(await flow.rejoin(SPACE_A)).toMatchObject({ ok: true });
  });

  it('does not take its own unanswered join for another device', async () => {
    let isDown = false;
    const { flow } = createFlow({
      [`/v1/spaces/${SPACE_A}/stage`]: () => Response.json(stageAnswerOf(isDown ? PID : OTHER_PID)),
      [`/v1/spaces/${SPACE_A}/join`]: () => {
        if (isDown) throw new TypeError('the answer was lost');
        return Response.json(joinOf(SPACE_A));
      },
    });
    await flow.join(SPACE_A);
    isDown = true;
    expect(await flow.rejoin(SPACE_A)).toMatchObject({ ok: false, fault: 'unreachable', final: false });
    isDown = false;
    expect(await flow.rejoin(SPACE_A)).toMatchObject({ ok: true });
  });

  it('is out when the person leaves while a way back is asked for', async () => {
    const late = Promise.withResolvers<Response>();
    let joins = 0;
    const { flow, asked } = createFlow({
      [`/v1/spaces/${SPACE_A}/join`]: () => (++joins === 1 ? Response.json(joinOf(SPACE_A)) : late.promise),
    });
    await flow.join(SPACE_A);
    const rejoining = flow.rejoin(SPACE_A);
    await vi.waitFor(() => expect(joins).toBe(2));
    const leaves = () => asked.filter((path) => path.endsWith('/leave')).length;
    await flow.leave();
    await vi.waitFor(() => expect(leaves()).toBe(1));
    late.resolve(Response.json({ ...joinOf(SPACE_A), participantId: OTHER_PID }));
    expect(await rejoining).toMatchObject({ ok: false, final: true });
    await vi.waitFor(() => expect(leaves()).toBe(2));
  });

  it.each(['removed', 'blocked_by_host', 'guests_refused', 'anonymous_refused'])(
    'ends at once when coming back is answered with %s',
    async (code) => {
      const { flow } = createFlow({ [`/v1/spaces/${SPACE_A}/join`]: () => problem(403, code) });
      expect(await flow.rejoin(SPACE_A)).toMatchObject({ ok: false, fault: code, final: true });
    },
  );
});
