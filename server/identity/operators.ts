import type { IdentityRecord } from './records.ts';

/** Whether one of these identities is named in `OPERATORS`. */
export function isOperator(
  identities: Pick<IdentityRecord, 'network' | 'subject' | 'handle'>[],
  operators: string[],
): boolean {
  const named = new Set(operators.map(comparable));
  return identities.some((identity) => named.has(comparable(nameOf(identity))));
}

function nameOf({
  network,
  subject,
  handle,
}: Pick<IdentityRecord, 'network' | 'subject' | 'handle'>): string {
  if (network === 'mastodon') return handle;
  return network === 'x' ? `x:${subject}` : subject;
}

/** DIDs alone tell upper from lower case. */
function comparable(name: string): string {
  return name.startsWith('did:') ? name : name.toLowerCase();
}
