import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { challengeOf, codeIn, newVerifier } from '#shared/client/sign-in.ts';
import { ChallengeSchema, VerifierSchema } from '#shared/schema/account.ts';
import { CODE } from '../../support/fake-sign-in.ts';

const BACK = 'https://nnhefpjkbfakaoopgjpgnejnojfkghmj.chromiumapp.org/';

describe('the secret of a sign-in', () => {
  it('has the challenge of RFC 7636', async () => {
    const challenge = await challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk');
    expect(challenge).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
  });

  it('is another each time, in the letters that the server takes', async () => {
    const verifiers = Array.from({ length: 50 }, newVerifier);
    expect(new Set(verifiers).size).toBe(50);
    for (const verifier of verifiers) {
      expect(v.is(VerifierSchema, verifier)).toBe(true);
      expect(v.is(ChallengeSchema, await challengeOf(verifier))).toBe(true);
    }
  });
});

describe('the address where a sign-in ends', () => {
  it('carries a code', () => {
    expect(codeIn(`${BACK}#code=${CODE}`)).toBe(CODE);
    expect(codeIn(`#code=${CODE}`)).toBe(CODE);
  });

  it.each([
    ['a fault that we know', '#fault=domain_refused', 'domain_refused'],
    ['one of a newer server', '#fault=quantum_decoherence', 'sign_in_over'],
    ['a fault beside a code', `#code=${CODE}&fault=sign_in_cancelled`, 'sign_in_cancelled'],
  ])('carries %s', (_, hash, fault) => {
    expect(() => codeIn(BACK + hash)).toThrow(fault);
  });

  it.each(['', '#', '#code=', '#code=short', `?code=${CODE}`, '#state=1', 'nonsense'])(
    'carries nothing in “%s”',
    (rest) => {
      expect(codeIn(BACK + rest)).toBeNull();
    },
  );
});
