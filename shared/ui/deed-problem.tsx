import { useShell, useWords } from './context.ts';
import { helpOf } from './problem-notice.tsx';

/** Why one deed failed, where a person did it. */
export function DeedProblem({ deed }: { deed: string }) {
  const { deeds } = useShell();
  const say = useWords();
  const problem = deeds.problem.value;
  if (problem?.deed !== deed) return null;
  return (
    <p class="deed-problem" role="alert">
      <b>{say(`fault_${problem.fault}`)}</b> {helpOf(problem.fault, say, problem.retryAfter)}
    </p>
  );
}
