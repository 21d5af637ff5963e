import { Refusal } from '../../../spaces/refusal.ts';

/** What atproto's client says where a server speaks for another; it has no classes for these. */
const SPOKE_FOR_ANOTHER = [
  'Issuer mismatch',
  'Issuer not found in metadata',
  'iss missing from the response',
];
/** What servers say, by RFC 6749, of themselves rather than of the sign-in. */
const THEIR_OWN_FAULTS = ['server_error', 'temporarily_unavailable'];
const GRANT_OVER = 'invalid_grant';
const REFUSED = 'access_denied';

/** An error of atproto's client as what it means for the person. What is no answer at all is a server that does not answer. */
export function refusalFor(error: unknown): Refusal {
  for (const each of chain(error)) {
    if (each instanceof Refusal) return each;
    if (SPOKE_FOR_ANOTHER.includes(each.message)) return new Refusal('identity_untrusted');
    const word = wordOf(each);
    if (word === REFUSED) return new Refusal('sign_in_cancelled');
    if (word === GRANT_OVER) return new Refusal('sign_in_over');
  }
  return new Refusal('network_unreachable');
}

/** What the network's server said in the address by which the person came back, before anything is asked of it. */
export function checkAnswer(answer: URLSearchParams): void {
  const word = answer.get('error');
  if (word === REFUSED) throw new Refusal('sign_in_cancelled');
  if (word !== null) {
    throw new Refusal(THEIR_OWN_FAULTS.includes(word) ? 'network_unreachable' : 'sign_in_over');
  }
  if (!answer.get('code')) throw new Refusal('sign_in_over');
}

function* chain(error: unknown): Generator<Error> {
  for (let each = error; each instanceof Error; each = each.cause) yield each;
}

/** OAuth's word for what went wrong, in an answer of a server. */
function wordOf(error: Error): string | null {
  return 'error' in error && typeof error.error === 'string' ? error.error : null;
}
