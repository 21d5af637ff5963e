import type { StagePerson } from '#shared/schema/space.ts';

/** The names of those who host a Space, the host's before the co-hosts', as its stage lists them. */
export function hostNames(stage: readonly StagePerson[]): string[] {
  const hosting = stage.filter(({ role }) => role === 'host' || role === 'cohost');
  return hosting.map(({ name }) => name);
}
