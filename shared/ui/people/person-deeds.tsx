import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useShell } from '../context.ts';
import { ReportPlace } from '../safety/report-place.tsx';
import type { StageDesk } from '../stage-desk.ts';
import type { Member } from './groups.ts';
import type { MenuAction } from './person-actions.ts';
import { Question, type QuestionKind } from './question.tsx';

/** True once it is done. */
export type Act = (member: Member, action: MenuAction | 'approve' | 'dismiss') => Promise<boolean>;

/** What is asked before it is done. */
type Asked = { kind: QuestionKind | 'blockAndReport'; member: Member } | null;

interface PersonDeeds {
  act: Act;
  /** The question that stands before a deed. */
  question: ComponentChildren;
}

/** What can be done about people, wherever it is chosen. */
export function usePersonDeeds(desk: StageDesk): PersonDeeds {
  const { perch, deeds } = useShell();
  const asked = useSignal<Asked>(null);
  const act: Act = async (member, action) => {
    const { pid } = member;
    if (action === 'remove' || action === 'host' || action === 'blockAndReport') {
      asked.value = { kind: action, member };
      return false;
    }
    return deeds.run(`${action}:${pid}`, () =>
      action === 'muteForMe' || action === 'unmuteForMe'
        ? desk.muteForMe(pid, action === 'muteForMe')
        : desk.person(pid, action),
    );
  };
  const { kind, member } = asked.value ?? {};
  const close = () => (asked.value = null);
  const question =
    !member || !kind ? null : kind === 'blockAndReport' ? (
      <ReportPlace desk={desk} spaceId={perch.room.value.spaceId!} person={member} onClose={close} />
    ) : (
      <Question desk={desk} kind={kind} member={member} onClose={close} />
    );
  return { act, question };
}
