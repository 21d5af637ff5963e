import * as v from 'valibot';
import { CodeSchema } from '#shared/schema/account.ts';
import { FaultSchema } from '#shared/schema/errors.ts';
import { Fault } from './fault.ts';

const SECRET_BYTES = 32;

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** The secret of one sign-in, which stays on this device until its code is swapped (RFC 7636). */
export function newVerifier(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)));
}

/** What the server is told of a verifier when the sign-in begins. */
export async function challengeOf(verifier: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

/**
 * The one-time code in the address where a sign-in ended; null where the address tells of none. Throws the fault that it
 * carries instead.
 */
export function codeIn(address: string): string | null {
  const told = new URLSearchParams(address.split('#')[1]);
  const fault = v.safeParse(FaultSchema, told.get('fault'));
  if (fault.success) throw new Fault(fault.output);
  // A newer server may know faults that we do not.
  if (told.has('fault')) throw new Fault('sign_in_over');
  const code = v.safeParse(CodeSchema, told.get('code'));
  return code.success ? code.output : null;
}
