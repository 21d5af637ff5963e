import type { Signal } from '@preact/signals';
import type { StageNow } from '../stage/stage-now.ts';
import type { StageDesk } from '../stage-desk.ts';
import { memberOf } from './groups.ts';
import { usePersonDeeds } from './person-deeds.tsx';
import { PersonSheet } from './person-sheet.tsx';

interface StagedPersonProps {
  desk: StageDesk;
  now: StageNow;
  /** Whom the person looks at; null for nobody. */
  pid: Signal<string | null>;
}

/** Shows more of somebody on stage, until they are looked at no more or leave. */
export function StagedPerson({ desk, now, pid }: StagedPersonProps) {
  const { act, question } = usePersonDeeds(desk);
  const face = now.faces.find((one) => one.pid === pid.value);
  const close = () => (pid.value = null);
  return (
    <>
      {face && (
        <PersonSheet
          member={memberOf(face)}
          mine={now.role ?? 'listener'}
          now={now}
          act={act}
          onClose={close}
        />
      )}
      {question}
    </>
  );
}
