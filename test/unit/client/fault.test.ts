import { describe, expect, it } from 'vitest';
import { Fault, faultOfResponse, outcomeOf } from '#shared/client/fault.ts';

const problem = { type: 'about:blank', title: 'No', status: 410, code: 'space_ended' };

describe('faultOfResponse', () => {
  it('takes the code of a problem', () => {
    expect(faultOfResponse(410, problem, null).code).toBe('space_ended');
  });

  it('keeps how long to wait, from the problem or the header', () => {
    const limited = { ...problem, status: 429, code: 'rate_limited' };
    expect(faultOfResponse(429, { ...limited, retryAfter: 7 }, '9').retryAfter).toBe(7);
    expect(faultOfResponse(429, limited, '9').retryAfter).toBe(9);
    expect(faultOfResponse(429, undefined, 'soon')).toMatchObject({
      code: 'rate_limited',
      retryAfter: undefined,
    });
  });

  it.each([
    [502, 'unreachable'],
    [504, 'unreachable'],
    [404, 'not_perch'],
    [500, 'not_perch'],
  ])('reads a foreign %i as %s', (status, code) => {
    expect(faultOfResponse(status, '<html>', null).code).toBe(code);
  });

  it('does not believe a code that is not in the list', () => {
    expect(faultOfResponse(400, { ...problem, code: 'made_up' }, null).code).toBe('not_perch');
  });
});

describe('outcomeOf', () => {
  it('answers a fault and lets mistakes through', async () => {
    const limited = async () => {
      throw new Fault('rate_limited', { retryAfter: 3 });
    };
    expect(await outcomeOf(limited)).toEqual({ fault: 'rate_limited', retryAfter: 3 });
    expect(await outcomeOf(async () => undefined)).toEqual({ fault: null });
    const broken = async () => {
      throw new TypeError('a mistake');
    };
    await expect(outcomeOf(broken)).rejects.toThrow('a mistake');
  });
});
