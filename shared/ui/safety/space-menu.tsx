import { useSignal } from '@preact/signals';
import { Ellipsis, Flag } from 'lucide';
import { useShell, useWords } from '../context.ts';
import { Menu } from '../parts/menu.tsx';
import type { StageDesk } from '../stage-desk.ts';
import { ReportPlace } from './report-place.tsx';

/** What can be done about the Space as a whole by anybody in it. */
export function SpaceMenu({ desk }: { desk: StageDesk }) {
  const { perch } = useShell();
  const say = useWords();
  const isReporting = useSignal(false);
  const { spaceId } = perch.room.value;
  if (!spaceId) return null;
  const report = {
    key: 'report',
    label: say('reportSpace'),
    icon: Flag,
    isGrave: true,
    onChoose: () => (isReporting.value = true),
  };
  return (
    <>
      <Menu icon={Ellipsis} label={say('more')} items={[report]} />
      {isReporting.value && (
        <ReportPlace
          desk={desk}
          spaceId={spaceId}
          person={null}
          onClose={() => (isReporting.value = false)}
        />
      )}
    </>
  );
}
