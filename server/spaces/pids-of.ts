import type { ParticipantRecord, Records } from './records.ts';

/** The participants that stand for some of these accounts. */
export function pidsOf(people: ParticipantRecord[], accounts: Pick<ReadonlySet<string>, 'has'>): string[] {
  return people.filter(({ accountId }) => accounts.has(accountId)).map(({ id }) => id);
}

/** Those on stage whom the account does not want to hear. */
export async function mutedOn(records: Records, spaceId: string, accountId: string): Promise<string[]> {
  const people = await records.stage(spaceId);
  const onStage = people.map((row) => row.accountId);
  return pidsOf(people, new Set(await records.mutedAmong(accountId, onStage)));
}
