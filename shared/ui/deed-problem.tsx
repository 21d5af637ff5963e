import { useContext } from 'preact/hooks';
import { Button } from './button.tsx';
import { SignInContext, usePart, useWords } from './context.ts';
import { helpOf, isAboutWho } from './problem-notice.tsx';

/** Why one deed failed, where a person did it. */
export function DeedProblem({ deed }: { deed: string }) {
  const { deeds } = usePart();
  const say = useWords();
  const toSignIn = useContext(SignInContext);
  const problem = deeds.problem.value;
  if (problem?.deed !== deed) return null;
  return (
    <p class="deed-problem" role="alert">
      <b>{say(`fault_${problem.fault}`)}</b> {helpOf(problem.fault, say, problem.retryAfter)}
      {toSignIn && isAboutWho(problem.fault) && (
        <Button look="quiet" class="small" onClick={toSignIn}>
          {say('signIn')}
        </Button>
      )}
    </p>
  );
}
